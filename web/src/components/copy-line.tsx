'use client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.js'

export function CopyLine({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <div className="flex items-start gap-2 rounded-md border border-edge bg-sunken p-2">
      <pre tabIndex={0} aria-label={label} className="min-w-0 flex-1 overflow-x-auto p-1 text-left font-mono text-xs leading-relaxed">
        {text}
      </pre>
      <Button look="quiet" className="no-print px-2" onClick={copy} aria-label={`Copy ${label}`}>
        {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
        <span aria-live="polite" className="sr-only">
          {copied ? 'Copied' : ''}
        </span>
      </Button>
    </div>
  )
}

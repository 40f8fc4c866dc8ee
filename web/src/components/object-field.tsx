'use client'
import { useRef } from 'react'
import { Button } from './button.js'
import { ToldField } from './told-field.js'

interface ObjectFieldProps {
  name: string
  label: string
  hint?: string
  rows?: number
  className?: string
  value: string
  onValue: (text: string) => void
  /** Offered while the field is blank. */
  example?: string | undefined
}

/** Settings or the like as a text, which `readObject` reads. */
export function ObjectField({ name, label, hint = 'JSON or YAML', rows = 8, className = '', value, onValue, example }: ObjectFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  function begin(text: string) {
    onValue(text)
    area.current?.focus()
  }
  return (
    <div className={`grid content-start gap-1 ${className}`}>
      <ToldField name={name} label={label} hint={hint}>
        {(told) => (
          <textarea
            ref={area}
            name={name}
            rows={rows}
            className="field font-mono"
            value={value}
            onChange={(event) => onValue(event.target.value)}
            spellCheck={false}
            autoComplete="off"
            {...told}
          />
        )}
      </ToldField>
      {example !== undefined && value.trim() === '' && (
        <Button className="min-h-8 justify-self-start" onClick={() => begin(example)}>
          Begin with an example
        </Button>
      )}
    </div>
  )
}

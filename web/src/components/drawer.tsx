'use client'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type ReactNode, useState } from 'react'

interface DrawerProps {
  open: boolean
  onClose: () => void
  title: string
  description: string
  children: ReactNode
}

export function Drawer({ open, onClose, title, description, children }: DrawerProps) {
  const [opener] = useState(() => document.activeElement)
  function giveFocusBack(event: Event) {
    event.preventDefault()
    if (opener instanceof HTMLElement) opener.focus()
  }
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="drawer-overlay fixed inset-0 z-40" />
        <Dialog.Content
          onCloseAutoFocus={giveFocusBack}
          className="drawer fixed inset-y-0 right-0 z-50 flex w-full max-w-2xl flex-col border-l border-edge bg-surface shadow-2xl focus:outline-none"
        >
          <header className="flex items-start justify-between gap-3 border-b border-edge px-5 py-4">
            <div className="min-w-0">
              <Dialog.Title className="text-lg font-semibold text-balance">{title}</Dialog.Title>
              <Dialog.Description className="text-sm text-muted">{description}</Dialog.Description>
            </div>
            <Dialog.Close aria-label="Close" className="cursor-pointer rounded-md p-2 text-muted hover:bg-sunken hover:text-ink">
              <X size={18} aria-hidden />
            </Dialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

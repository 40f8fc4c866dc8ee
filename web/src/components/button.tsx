import type { ComponentProps } from 'react'

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger'

const looks: Record<ButtonLook, string> = {
  plain: 'border border-edge bg-surface text-ink hover:bg-sunken',
  primary: 'border border-transparent bg-accent text-on-accent hover:brightness-110',
  quiet: 'border border-transparent text-muted hover:bg-sunken hover:text-ink',
  danger: 'border border-edge bg-surface text-bad hover:bg-sunken',
}

export function Button({ look = 'plain', className = '', type = 'button', ...rest }: ComponentProps<'button'> & { look?: ButtonLook }) {
  return (
    <button
      type={type}
      className={`inline-flex min-h-9 cursor-pointer items-center justify-center gap-1.5 rounded-md px-3 text-sm font-medium whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-55 ${looks[look]} ${className}`}
      {...rest}
    />
  )
}

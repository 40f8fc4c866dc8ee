/** A striped sock on its pole. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M5 3v27" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M7 5.2 12 6v10.6L7 17.6z" fill="var(--accent)" />
      <path d="m12 6 5 .8v8.8l-5 1z" fill="var(--stripe)" />
      <path d="m17 6.8 5 1v7l-5 .8z" fill="var(--accent)" />
      <path d="m22 7.8 4.2 1v5.3L22 14.8z" fill="var(--stripe)" />
      <path d="m26.2 8.8 3.6 1v3.7l-3.6.6z" fill="var(--accent)" />
      <path d="M7 5.2l22.8 4.6v3.7L7 17.6z" fill="none" stroke="var(--accent)" strokeWidth="0.9" strokeLinejoin="round" />
    </svg>
  )
}

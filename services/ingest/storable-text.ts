/** Text as PostgreSQL keeps it: what it has no place for, NUL and halves of characters, is replaced by U+FFFD. */
export function storableText(text: string): string {
  return Buffer.from(text.replaceAll('\u0000', '\ufffd')).toString('utf8')
}

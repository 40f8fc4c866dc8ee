const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/

/** Base64 of either alphabet, padded or not, in one line or several; null where it is neither. */
export function decodeBase64(text: string): Buffer | null {
  const joined = text.replace(/[\r\n]/g, '')
  const digits = joined.replace(/=+$/, '')
  if (!BASE64.test(joined) || digits.length % 4 === 1) return null
  return Buffer.from(digits, 'base64')
}

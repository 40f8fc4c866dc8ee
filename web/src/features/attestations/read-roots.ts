/** Trusted roots as they are pasted: one, a list of them, or one a line as `gh` prints them; null for none. */
export function readRoots(text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return null
  const isEachOne = lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line))
  try {
    return JSON.parse(isEachOne ? `[${lines.join(',')}]` : text) as unknown
  } catch (error) {
    throw new Error(`trustedRoot cannot be read as JSON: ${(error as Error).message}`, { cause: error })
  }
}

import { RE2JS, RE2JSSyntaxException } from 're2js'

/** Of the whole value; takes time in proportion to its length, whatever the pattern. */
type Pattern = (value: string) => boolean

/** As Prometheus reads the patterns of labels: RE2, where a dot stands for any character. What cannot be read comes with the reason. */
export function readPattern(text: string): Pattern | { fault: string } {
  try {
    const pattern = RE2JS.compile(text, RE2JS.DOTALL)
    return (value) => pattern.matches(value)
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return { fault: error.message.replace('error parsing regexp: ', '') }
    throw error
  }
}

const MARK = '[scrubbed]'

interface Pattern {
  find: RegExp
  /** What is kept of a match, with MARK where the credential was. */
  replace: string
}

// Values of strings stop at a quote or a backslash, so that JSON stays JSON.
const patterns: readonly Pattern[] = [
  {
    find: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[A-Za-z0-9+/=\s:,.]|-(?!-)|\\{1,8}[nrt]){0,20000}(?:-----END [A-Z0-9 ]{0,60}-----)?/g,
    replace: MARK,
  },
  { find: /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255})\b/g, replace: MARK },
  { find: /\bglpat-[A-Za-z0-9_-]{20,255}/g, replace: MARK },
  { find: /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g, replace: MARK },
  { find: /https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]{10,255}/g, replace: MARK },
  { find: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, replace: MARK },
  { find: /\bAIza[A-Za-z0-9_-]{35}\b/g, replace: MARK },
  { find: /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,255}\b/g, replace: MARK },
  { find: /\bnpm_[A-Za-z0-9]{36}\b/g, replace: MARK },
  { find: /\bwsk_[A-Za-z0-9_-]{43}/g, replace: MARK },
  { find: /\beyJ[A-Za-z0-9_-]{10,4000}\.eyJ[A-Za-z0-9_-]{10,8000}\.[A-Za-z0-9_-]{10,1000}/g, replace: MARK },
  { find: /\b(bearer|basic)(\s{1,4})[A-Za-z0-9._~+/-]{16,4000}={0,2}/gi, replace: `$1$2${MARK}` },
  { find: /\b([a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'\\/@:]{0,100}):[^\s"'\\/@]{1,200}@/gi, replace: `$1:${MARK}@` },
  {
    find: /("[a-z0-9_.-]{0,60}?(?:password|passwd|secret|api[_-]?key|access[_-]?token|auth[_-]?token|private[_-]?key|authorization)"\s{0,8}:\s{0,8}")(?!")[^"\\]*(?:\\.[^"\\]*)*"/gi,
    replace: `$1${MARK}"`,
  },
]

/** The text with what looks like a credential taken out. JSON stays JSON, and scrubbing again changes nothing. */
export function scrubText(text: string): string {
  return patterns.reduce((scrubbed, { find, replace }) => scrubbed.replace(find, replace), text)
}

const keptHeaders =
  /^(content-type|user-agent|ce-[a-z0-9-]+|x-github-(event|delivery|hook-id|hook-installation-target-(id|type))|x-gitlab-(event|event-uuid|instance)|webhook-(id|timestamp)|traceparent)$/

/** The headers worth keeping beside a body: what says which kind of message it is, and nothing that proves who sent it. */
export function keepHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => typeof value === 'string' && keptHeaders.test(name.toLowerCase()))
  return Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), scrubText(value as string)]))
}

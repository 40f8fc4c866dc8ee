/** What an artifact id (a package URL, a digest, or a bare hash) says about the artifact. */
export interface ArtifactId {
  name?: string
  version?: string
  digest?: string
}

const DIGEST = /^[a-z][a-z0-9+._-]*:[0-9a-f]{32,128}$/
const SHA256 = /^[0-9a-f]{64}$/

/** Reads `pkg:type/namespace/name@version?qualifiers#subpath`; the digest is the version, a checksum, or the whole id. */
export function readArtifactId(id: string | undefined): ArtifactId {
  if (!id) return {}
  if (!/^pkg:/i.test(id)) return compact({ digest: digestOf(id) })
  const [locator = '', query = ''] = withoutFragment(id).split('?', 2)
  const { path, version } = splitVersion(locator.slice('pkg:'.length))
  const qualifiers = new URLSearchParams(query.replaceAll('+', '%2B'))
  const versionDigest = digestOf(version)
  return compact({
    name: unescape(path.slice(path.lastIndexOf('/') + 1)),
    version: versionDigest ? (qualifiers.get('tag') ?? undefined) : version,
    digest: versionDigest ?? checksumOf(qualifiers),
  })
}

/** Only an @ behind the last slash starts a version; scoped names have one in front of it. */
function splitVersion(locator: string): { path: string; version?: string } {
  const at = locator.lastIndexOf('@')
  if (at <= locator.lastIndexOf('/')) return { path: locator }
  return { path: locator.slice(0, at), version: unescape(locator.slice(at + 1)) }
}

function checksumOf(qualifiers: URLSearchParams): string | undefined {
  const checksums = (qualifiers.get('checksum') ?? '').split(',').map(digestOf)
  return checksums.find((digest) => digest?.startsWith('sha256:')) ?? checksums.find(Boolean)
}

function digestOf(text: string | undefined): string | undefined {
  const lower = text?.trim().toLowerCase() ?? ''
  if (SHA256.test(lower)) return `sha256:${lower}`
  if (lower.startsWith('sha256:')) return SHA256.test(lower.slice('sha256:'.length)) ? lower : undefined
  return DIGEST.test(lower) ? lower : undefined
}

function withoutFragment(id: string): string {
  return id.split('#', 1)[0] ?? ''
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function compact(id: ArtifactId): ArtifactId {
  return Object.fromEntries(Object.entries(id).filter(([, value]) => value))
}

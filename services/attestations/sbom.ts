import { digestOf, digestsOfList, digestsOfSet } from './digest.js'
import { DocumentError, isRecord, listOf, recordOf, textOf, type Statement } from './document.js'
import { short } from './statement.js'

/** JSON came with 1.2. All of them say in the same fields what they describe. */
const CYCLONEDX = /^1\.[2-7]$/
const SPDX = /^SPDX-2\.[23]$/
const PURL_DIGEST = /@(sha256(?::|%3A)[0-9a-f]{64})/i
const OCI_REFERENCE = /@(sha256:[0-9a-f]{64})$/i

export function isSbom(value: unknown): boolean {
  return isRecord(value) && (value.bomFormat === 'CycloneDX' || typeof value.spdxVersion === 'string' || isSpdx3(value))
}

/** Reads a bare SBOM; its digests are those of the thing it describes, and may be none. Throws a DocumentError. */
export function readSbom(value: Record<string, unknown>): Statement {
  if (value.bomFormat === 'CycloneDX') return readCyclonedx(value)
  return isSpdx3(value) ? readSpdx3(value) : readSpdx2(value)
}

function readCyclonedx(bom: Record<string, unknown>): Statement {
  if (!CYCLONEDX.test(textOf(bom.specVersion))) throw new DocumentError(`CycloneDX ${short(bom.specVersion)} is not known here; 1.2 to 1.7 are`)
  const component = recordOf(recordOf(bom.metadata).component)
  const hashes = digestsOfList(component.hashes, 'alg', 'content')
  const named = [...digestsInText(textOf(component.purl)), ...digestsInText(textOf(component.version)), ...digestsInText(textOf(component.name))]
  return {
    predicateType: `https://cyclonedx.org/bom/v${textOf(bom.specVersion)}`,
    digests: hashes.length > 0 ? hashes : unique(named),
    predicate: null,
  }
}

function readSpdx2(document: Record<string, unknown>): Statement {
  const version = textOf(document.spdxVersion)
  if (!SPDX.test(version)) throw new DocumentError(`${short(version)} is not known here; SPDX-2.2, SPDX-2.3 and 3.0 are`)
  const described = new Set([...listOf(document.documentDescribes), ...describedByRelation(document)].map(textOf))
  const packages = listOf(document.packages).map(recordOf)
  const subjects = described.size > 0 ? packages.filter(({ SPDXID }) => described.has(textOf(SPDXID))) : packages.length === 1 ? packages : []
  return {
    predicateType: `https://spdx.dev/Document/v${version.slice('SPDX-'.length)}`,
    digests: unique(subjects.flatMap(digestsOfPackage)),
    predicate: null,
  }
}

function describedByRelation(document: Record<string, unknown>): unknown[] {
  return listOf(document.relationships)
    .map(recordOf)
    .flatMap(({ spdxElementId, relationshipType, relatedSpdxElement }) => {
      if (relationshipType === 'DESCRIBES' && spdxElementId === 'SPDXRef-DOCUMENT') return [relatedSpdxElement]
      return relationshipType === 'DESCRIBED_BY' && relatedSpdxElement === 'SPDXRef-DOCUMENT' ? [spdxElementId] : []
    })
}

function digestsOfPackage({ checksums, externalRefs, versionInfo }: Record<string, unknown>): string[] {
  const stated = digestsOfList(checksums, 'algorithm', 'checksumValue')
  if (stated.length > 0) return stated
  const locators = listOf(externalRefs).map((reference) => textOf(recordOf(reference).referenceLocator))
  return [...locators, textOf(versionInfo)].flatMap(digestsInText)
}

function isSpdx3(value: Record<string, unknown>): boolean {
  return textOf(value['@context']).includes('spdx.org/rdf/3.') && Array.isArray(value['@graph'])
}

/** SPDX 3: the roots of the document or of its SBOM, by their integrity methods or their package address. */
function readSpdx3(document: Record<string, unknown>): Statement {
  const version = /spdx\.org\/rdf\/(3\.[\d.]*\d)/.exec(textOf(document['@context']))?.[1] ?? ''
  if (!version.startsWith('3.0')) throw new DocumentError(`SPDX ${short(version)} is not known here; SPDX-2.2, SPDX-2.3 and 3.0 are`)
  const elements = listOf(document['@graph']).map(recordOf)
  const byId = new Map(elements.map((element) => [textOf(element.spdxId), element]))
  const containers = elements.filter(({ type }) => /(^|_)(SpdxDocument|Sbom|Bom)$/.test(textOf(type)))
  const roots = unique(containers.flatMap(({ rootElement }) => listOf(rootElement).map(textOf)))
  const subjects = roots.map((id) => byId.get(id) ?? {}).filter(({ type }) => !/(^|_)(SpdxDocument|Sbom|Bom)$/.test(textOf(type)))
  return { predicateType: `https://spdx.dev/Document/v${version}`, digests: unique(subjects.flatMap(digestsOfElement)), predicate: null }
}

function digestsOfElement({ verifiedUsing, software_packageUrl: packageUrl, externalIdentifier }: Record<string, unknown>): string[] {
  const stated = digestsOfSet(
    listOf(verifiedUsing)
      .map(recordOf)
      .map(({ algorithm, hashValue }) => digestOf(textOf(algorithm), textOf(hashValue))),
  )
  if (stated.length > 0) return stated
  const identifiers = listOf(externalIdentifier).map((entry) => textOf(recordOf(entry).identifier))
  return [textOf(packageUrl), ...identifiers].flatMap(digestsInText)
}

/** Digests in a package address (pkg:oci/name@sha256:…), an image reference, or a version that is one. */
function digestsInText(text: string): string[] {
  const found = PURL_DIGEST.exec(text)?.[1] ?? OCI_REFERENCE.exec(text)?.[1] ?? (/^sha256:[0-9a-f]{64}$/i.test(text) ? text : null)
  return found === null ? [] : [found.replace(/%3a/i, ':').toLowerCase()]
}

function unique(digests: readonly string[]): string[] {
  return [...new Set(digests)]
}

import { importsOf, targetOf } from './source-files.js'

/** What each folder of the services may import beside itself. A folder that is not here may not exist. */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  config: [],
  integrations: ['domain'],
  store: ['domain', 'config'],
  metrics: ['domain', 'store'],
  slo: ['domain', 'store'],
  provenance: ['domain', 'store'],
  workspace: ['domain', 'store', 'metrics', 'slo'],
  attestations: ['domain', 'integrations', 'store'],
  auth: ['domain', 'config', 'store'],
  'source-control': ['domain', 'store'],
  views: ['store', 'metrics', 'workspace'],
  digest: ['store', 'metrics', 'workspace', 'views', 'source-control'],
  facts: ['domain', 'integrations', 'store', 'metrics', 'slo', 'provenance', 'source-control', 'attestations'],
  ingest: ['domain', 'config', 'integrations', 'store', 'metrics', 'slo', 'provenance'],
  gates: ['domain', 'store', 'metrics', 'slo', 'provenance'],
  alerts: ['domain', 'store', 'metrics', 'slo', 'provenance', 'source-control', 'findings'],
  findings: ['domain', 'store', 'slo'],
  api: [
    'domain',
    'config',
    'integrations',
    'store',
    'metrics',
    'slo',
    'provenance',
    'auth',
    'source-control',
    'facts',
    'ingest',
    'gates',
    'alerts',
    'findings',
    'workspace',
    'attestations',
    'views',
    'digest',
  ],
  cli: ['domain', 'config', 'integrations', 'store', 'metrics', 'slo', 'provenance', 'facts', 'ingest', 'gates', 'alerts', 'workspace'],
}

/** Folders that are allowed to see everything. */
const outside = new Set(['test', 'bin'])

export interface SourceFile {
  path: string
  text: string
}

/** One line per import that goes the wrong way. */
export function wrongImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    importsOf(path, text).flatMap((specifier) => {
      const complaint = complaintAbout(path, specifier)
      return complaint === null ? [] : [`${path} imports ${specifier}: ${complaint}`]
    }),
  )
}

function complaintAbout(path: string, specifier: string): string | null {
  const target = targetOf(path, specifier)
  if (target === null) return null
  const [room, toRoom] = [roomOf(path), roomOf(target)]
  if (room.house !== 'services' || toRoom.house !== 'services') return leavesHouse(room.house, target)
  if (room.folder === null || room.folder === toRoom.folder || outside.has(room.folder)) return betweenSiblings(path, target)
  const allowed = allowedImports[room.folder]
  if (!allowed) return `the folder ${room.folder} has no place in the order of imports`
  return toRoom.folder !== null && allowed.includes(toRoom.folder) ? null : `${room.folder} may import ${allowed.join(', ') || 'nothing but itself'}`
}

function leavesHouse(house: string, target: string): string | null {
  if (target.startsWith(`${house}/`) || target.startsWith('schemas/') || (house === 'bench' && target.startsWith('services/'))) return null
  return `${house} may see only itself and schemas`
}

/** What integrations share: the events they give, and how a mapping is read. */
const SHARED = /\/(events|mapping)$/

/** Integrations never import each other, nor do measures. */
function betweenSiblings(path: string, target: string): string | null {
  const [from, to] = [siblingOf(path), siblingOf(target)]
  if (from === null || to === null || from === to || SHARED.test(to)) return null
  return from.startsWith('services/integrations/') && to.startsWith('services/integrations/') ? 'integrations never import each other' : null
}

function siblingOf(path: string): string | null {
  return /^services\/integrations\/[^/]+(?=\/)/.exec(path)?.[0] ?? null
}

function roomOf(path: string): { house: string; folder: string | null } {
  const [house = '', second, third] = path.split('/')
  return { house, folder: house === 'services' && third !== undefined ? (second ?? null) : null }
}

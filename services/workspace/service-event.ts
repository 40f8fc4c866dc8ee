import type { ServiceSpec } from './specs.js'

/** Under which the workspace's own declarations are events like any others. */
export const WORKSPACE_SOURCE = 'windsock/workspace'

/** The event that says what is declared of a service from `time` on. It names every field, so that what was left out is taken back. */
export function serviceEvent(service: string, spec: ServiceSpec, { id, time }: { id: string; time: Date }) {
  return { id, source: WORKSPACE_SOURCE, type: 'service.declared', time: time.toISOString(), data: { service, ...spec } }
}

/** The event that takes back what was declared. */
export function withdrawalEvent(service: string, { id, time }: { id: string; time: Date }) {
  return { ...serviceEvent(service, emptyService, { id, time }), data: { service, ...emptyService, withdrawn: true } }
}

const emptyService: ServiceSpec = {
  title: '',
  team: '',
  tier: '',
  repository: '',
  paths: [],
  dependsOn: [],
  slis: [],
  runbookUrl: '',
  owner: '',
  aliases: [],
  sourceOfRecord: '',
}

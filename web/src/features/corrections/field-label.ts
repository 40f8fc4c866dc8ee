import { sentence, words } from '../../lib/formats.js'

/** `startedAt` as `Started at`. */
export function fieldLabel(name: string): string {
  return sentence(words(name.replaceAll(/([A-Z])/g, '_$1')))
}

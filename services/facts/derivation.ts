import { Setting } from '../store/control/entities/setting.js'
import type { FactStores } from './record-events.js'
import { rebuildFacts } from './projector.js'

/** Raised whenever the same events come to give other facts, or more of them. */
const DERIVATION = 8
const KEY = 'derivation'

/** Marks everything to be derived again where the facts were derived by another version of the rules; answers whether it did. */
export async function renewFacts(stores: FactStores): Promise<boolean> {
  const settings = stores.control.dataSource.getRepository(Setting)
  const known = await settings.findOneBy({ key: KEY })
  if (known?.value === DERIVATION) return false
  await rebuildFacts(stores)
  // Only now: whoever is stopped between the two does it again.
  await settings.upsert({ key: KEY, value: DERIVATION }, ['key'])
  return true
}

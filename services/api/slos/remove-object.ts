import { ObjectInUse, type KeptKind, type Slos } from '../../slo/slo-store.js'
import { badInput } from '../paging.js'

/** Whether there was one; refused while another object refers to it. */
export async function removeObject(slos: Slos, kind: KeptKind, name: string): Promise<boolean> {
  try {
    return await slos.remove(kind, name)
  } catch (error) {
    if (error instanceof ObjectInUse) throw badInput(error.message)
    throw error
  }
}

'use client'
import { useState } from 'react'
import { ObjectField } from '../../components/object-field.js'
import { objectText } from '../../lib/read-object.js'
import { textOf } from '../settings/workspace/form-values.js'
import { SaveForm } from '../settings/workspace/save-form.js'
import { readRoots } from './read-roots.js'
import { setTrust, type Trust } from './set-trust.js'

const FIELD = 'trustedRoot'

/** The certificates and logs that Sigstore bundles are checked against. */
export function TrustedRoot({ trustedRoot }: Pick<Trust, 'trustedRoot'>) {
  const [typed, setTyped] = useState<string | null>(null)
  const saved = objectText(trustedRoot)
  async function save(form: FormData) {
    const text = textOf(form, FIELD)
    if (text !== saved) await setTrust({ trustedRoot: readRoots(text) })
  }
  return (
    <details className="rounded-md border border-edge px-4 py-2 text-sm">
      <summary className="cursor-pointer py-1 font-medium">
        Trusted root: {saved === '' ? 'that of the public Sigstore instance' : 'your own'}
      </summary>
      <SaveForm save={save} label="Save the trusted root" onDone={() => setTyped(null)} toldFields={[FIELD]}>
        <ObjectField
          name={FIELD}
          label="Trusted root"
          hint="JSON, of one Sigstore instance or several; blank is that of the public one"
          rows={12}
          className="sm:col-span-2"
          value={typed ?? saved}
          onValue={setTyped}
        />
      </SaveForm>
    </details>
  )
}

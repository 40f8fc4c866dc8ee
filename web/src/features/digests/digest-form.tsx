'use client'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Button } from '../../components/button.js'
import { CopyLine } from '../../components/copy-line.js'
import { request } from '../../lib/graphql-client.js'
import { useApi } from '../../lib/use-api.js'
import { browserZone } from '../../lib/zone.js'
import { Field, SaveForm } from '../settings/workspace/save-form.js'
import type { Digest } from './digests-panel.js'
import { inputOf, previewOf, weekdays } from './form-input.js'
import { digestViewsDocument, previewDigestDocument, saveDigestDocument } from './queries.js'

export function DigestForm({ digest }: { digest: Digest | null }) {
  const [secret, setSecret] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const preview = useMutation({ mutationFn: (form: FormData) => request(previewDigestDocument, { input: previewOf(form, digest) }) })
  async function save(form: FormData) {
    const { saveDigest } = await request(saveDigestDocument, {
      id: digest?.id ?? null,
      input: inputOf(form, digest),
      newSecret: form.get('newSecret') === 'on',
    })
    setSecret(saveDigest.secret ?? null)
  }
  function show() {
    const form = place.current?.querySelector('form')
    if (form) preview.mutate(new FormData(form))
  }
  return (
    <div ref={place} className="grid gap-3">
      <SaveForm save={save} label={digest ? 'Save digest' : 'Add digest'}>
        <DigestFields digest={digest} />
      </SaveForm>
      {secret && (
        <div className="grid gap-1">
          <p role="status">The secret that signs what is sent. Copy it now: it is not shown again.</p>
          <CopyLine text={secret} label="the secret" />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={preview.isPending} onClick={show}>
          Preview the last week
        </Button>
        <span role="status" className={preview.isError ? 'text-bad' : 'text-muted'}>
          {preview.isPending && 'Counting …'}
          {preview.isError && preview.error.message}
        </span>
      </div>
      {preview.data && (
        // Without any permission of the sandbox nothing in it runs, loads or leads away.
        <iframe
          sandbox=""
          title="Preview of the digest"
          srcDoc={preview.data.previewDigest.html}
          className="h-[32rem] w-full rounded-md border border-edge"
        />
      )}
    </div>
  )
}

function DigestFields({ digest }: { digest: Digest | null }) {
  const views = useApi(digestViewsDocument, {})
  return (
    <>
      <Field label="Name">
        <input name="name" required maxLength={100} className="field" defaultValue={digest?.name ?? 'Weekly digest'} autoComplete="off" />
      </Field>
      <Field label="Address" hint="https">
        <input name="url" type="url" required maxLength={2000} className="field" defaultValue={digest?.url ?? ''} autoComplete="off" />
      </Field>
      <Field label="View" hint="its scope and definitions">
        {/* Made anew once the views are known, so that the one chosen is among its options. */}
        <select key={views.data ? 'known' : ''} name="view" className="field" defaultValue={digest?.view ?? ''}>
          <option value="">Everything in production</option>
          {views.data?.savedViews.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Time zone">
        <input name="timeZone" required className="field" defaultValue={digest?.timeZone ?? browserZone()} autoComplete="off" />
      </Field>
      <Field label="Day">
        <select name="weekday" className="field" defaultValue={digest?.weekday ?? 'MONDAY'}>
          {weekdays.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Hour" hint="0 to 23">
        <input name="hour" type="number" required min={0} max={23} className="field" defaultValue={digest?.hour ?? 8} />
      </Field>
      <label className="flex items-center gap-2">
        <input name="enabled" type="checkbox" className="size-4" defaultChecked={digest?.enabled ?? true} /> Send every week
      </label>
      {digest && (
        <label className="flex items-center gap-2">
          <input name="newSecret" type="checkbox" className="size-4" /> Make a new secret
        </label>
      )}
    </>
  )
}

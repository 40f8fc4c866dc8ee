'use client'
import { useDeferredValue, useState } from 'react'
import { MultiSelect } from '../../components/multi-select.js'
import { useApi } from '../../lib/use-api.js'
import { serviceChoicesDocument } from './queries.js'

export function ServiceSelect({ chosen, onChange }: { chosen: string[]; onChange: (chosen: string[]) => void }) {
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const { data } = useApi(serviceChoicesDocument, { filter: search ? { search } : {} }, { keepPrevious: true })
  const choices = data?.services.edges.map(({ node }) => node) ?? []
  const hidden = (data?.services.totalCount ?? 0) - choices.length
  return (
    <MultiSelect
      label="Service"
      all="all"
      choices={choices}
      chosen={chosen}
      onChange={onChange}
      search={{ text, onChange: setText }}
      note={hidden > 0 ? `${hidden} more: type a part of the name.` : undefined}
    />
  )
}

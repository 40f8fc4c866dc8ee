import { Fragment } from 'react'
import { CopyLine } from '../../components/copy-line.js'
import { Code } from '../../components/facts.js'
import { parseSetup } from './parse-setup.js'

export function SetupText({ text }: { text: string }) {
  return (
    <div className="grid gap-2 text-sm">
      {parseSetup(text).map((block, index) => {
        const key = `${block.kind} ${index}`
        if (block.kind === 'code') return <CopyLine key={key} label="these lines" text={block.text} />
        if (block.kind === 'text')
          return (
            <p key={key}>
              <Inline text={block.text} />
            </p>
          )
        const List = block.ordered ? 'ol' : 'ul'
        return (
          <List key={key} className={`grid gap-1 pl-5 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
            {block.items.map((item) => (
              <li key={item}>
                <Inline text={item} />
              </li>
            ))}
          </List>
        )
      })}
    </div>
  )
}

function Inline({ text }: { text: string }) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/).map((part, index) => {
    const key = `${part} ${index}`
    if (part.startsWith('`')) return <Code key={key}>{part.slice(1, -1)}</Code>
    if (part.startsWith('**')) return <strong key={key}>{part.slice(2, -2)}</strong>
    if (part.startsWith('*') && part.length > 2) return <em key={key}>{part.slice(1, -1)}</em>
    return <Fragment key={key}>{part}</Fragment>
  })
}

export type SetupBlock = { kind: 'code'; text: string } | { kind: 'list'; ordered: boolean; items: string[] } | { kind: 'text'; text: string }

/** The little Markdown that set-up lines use: fenced code, lists and paragraphs. */
export function parseSetup(markdown: string): SetupBlock[] {
  const blocks: SetupBlock[] = []
  let code: string[] | null = null
  for (const line of markdown.split('\n')) {
    if (line.trimStart().startsWith('```')) {
      if (code) blocks.push({ kind: 'code', text: code.join('\n') })
      code = code ? null : []
    } else if (code) code.push(line)
    else addLine(blocks, line)
  }
  if (code) blocks.push({ kind: 'code', text: code.join('\n') })
  return blocks.filter((block) => block.kind !== 'text' || block.text.trim() !== '')
}

function addLine(blocks: SetupBlock[], line: string): void {
  const last = blocks.at(-1)
  const item = /^\s*(?:([-*])|(\d+)\.)\s+(.*)$/.exec(line)
  if (item) {
    const ordered = item[2] !== undefined
    if (last?.kind === 'list' && last.ordered === ordered) last.items.push(item[3] ?? '')
    else blocks.push({ kind: 'list', ordered, items: [item[3] ?? ''] })
    return
  }
  const text = line.replace(/^#+\s*/, '')
  if (last?.kind === 'text' && last.text !== '' && text.trim() !== '') last.text += ` ${text}`
  else blocks.push({ kind: 'text', text })
}

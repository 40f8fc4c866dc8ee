import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { measures } from './index.js'
import type { MeasureDefinition } from './measure.js'
import { OPTION_DESCRIPTIONS } from './option-descriptions.js'
import { resolveOptions } from './options.js'

const defaults = resolveOptions(null)

/** Writes docs/measures.md from the definitions. Run from the root. */
await writeFile(join(process.cwd(), 'docs', 'measures.md'), document())

function document(): string {
  const chapters = measures.map(({ definition }) => chapter(definition))
  return `# Measures\n\nGenerated from the definitions in \`services/metrics\`; the dashboard shows the same words.\n\n${chapters.join('\n')}`
}

function chapter(definition: MeasureDefinition): string {
  const facts = [
    ['Key', `\`${definition.key}\`, version ${definition.version}`],
    ['Unit', definition.unit.toLowerCase()],
    ['Formula', definition.formula],
    ['Population', definition.population],
    ['Dated by', definition.anchor],
    ['Interval', definition.interval],
  ]
  const lists = [
    list(
      'Not counted',
      definition.exclusions.map(({ reason, description }) => `\`${reason}\`: ${description}`),
    ),
    list(
      'Options',
      definition.options.map((name) => `\`${name}\` (${String(defaults[name])}): ${OPTION_DESCRIPTIONS[name]}`),
    ),
    list(
      'Beside it',
      definition.stats.map(({ name, title, unit }) => `\`${name}\`: ${title}, ${unit.toLowerCase()}`),
    ),
  ]
  return `## ${definition.title}\n\n${definition.summary}\n\n${table(facts)}\n${lists.join('')}`
}

function table(rows: readonly (readonly string[])[]): string {
  return `|  |  |\n| --- | --- |\n${rows.map(([name, text]) => `| ${name} | ${text} |`).join('\n')}\n`
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `\n${title}:\n\n${items.map((item) => `- ${item}`).join('\n')}\n`
}

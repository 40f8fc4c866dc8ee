import type { DefinitionFragment } from '../../generated/graphql.js'
import { formatValue, words } from '../../lib/formats.js'

export function DefinitionBody({ definition }: { definition: DefinitionFragment }) {
  const lines: ReadonlyArray<readonly [string, string]> = [
    ['Formula', definition.formula],
    ['Who is counted', definition.population],
    ['Which time decides', definition.anchor],
    ['Interval', definition.interval],
    ['Better is', words(definition.direction).replace(' is better', '')],
    ['Version', `${definition.key} ${definition.version}`],
  ]
  return (
    <div className="grid gap-4 text-sm">
      <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[9rem_1fr]">
        {lines.map(([name, text]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="max-w-prose">{text}</dd>
          </div>
        ))}
        {definition.targets.length > 0 && (
          <>
            <dt className="text-muted">Targets</dt>
            <dd>
              {definition.targets
                .map(
                  (target) =>
                    `${target.label} (${[target.low, target.high]
                      .filter((bound) => bound != null)
                      .map((bound) => formatValue(bound, definition.unit))
                      .join(' to ')})`,
                )
                .join('; ')}
            </dd>
          </>
        )}
        {definition.stats.length > 0 && (
          <>
            <dt className="text-muted">Beside the value</dt>
            <dd>{definition.stats.map(({ title }) => title).join(', ')}</dd>
          </>
        )}
      </dl>
      <Named
        title="Options in force"
        items={definition.options.map(({ name, value, description }) => ({ name: `${name}: ${value}`, description }))}
      />
      <Named title="What is left out, and why" items={definition.exclusions.map(({ reason, description }) => ({ name: reason, description }))} />
    </div>
  )
}

function Named({ title, items }: { title: string; items: ReadonlyArray<{ name: string; description: string }> }) {
  if (items.length === 0) return null
  return (
    <div>
      <p className="mb-1.5 font-semibold">{title}</p>
      <ul className="grid gap-1.5">
        {items.map(({ name, description }) => (
          <li key={name}>
            <code className="font-mono text-xs">{name}</code> <span className="text-muted">{description}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

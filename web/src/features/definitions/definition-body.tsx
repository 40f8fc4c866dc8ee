import type { DefinitionFragment } from '../../generated/graphql.js'
import { Badge } from '../../components/badge.js'
import { formatValue, words } from '../../lib/formats.js'
import { optionLabel, optionValueTitle } from '../../lib/metric-choices.js'

interface DefinitionBodyProps {
  definition: DefinitionFragment
  /** The options of the product's own definition; an option in force that is another one is marked. */
  standard?: ReadonlyArray<{ name: string; value: string }> | undefined
}

export function DefinitionBody({ definition, standard }: DefinitionBodyProps) {
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
            <dd>{statsInWords(definition)}</dd>
          </>
        )}
      </dl>
      <OptionsInForce definition={definition} standard={standard} />
      <Exclusions definition={definition} />
    </div>
  )
}

const mostStats = 14

function statsInWords({ stats }: DefinitionFragment): string {
  const shown = stats.slice(0, mostStats).map(({ title }) => title)
  const hidden = stats.length - shown.length
  return hidden > 0 ? `${shown.join(', ')}, and ${hidden} more of this kind` : shown.join(', ')
}

function OptionsInForce({ definition: { options }, standard }: DefinitionBodyProps) {
  if (options.length === 0) return null
  return (
    <div>
      <p className="mb-1.5 font-semibold">Options in force</p>
      <ul className="grid gap-1.5">
        {options.map(({ name, value, description }) => {
          const usual = standard?.find((option) => option.name === name)?.value
          return (
            <li key={name} title={description}>
              <span className="text-muted">{optionLabel(name)}</span> <span className="font-medium">{optionValueTitle(name, value)}</span>{' '}
              {usual !== undefined && usual !== value && <Badge tone="warn">default: {optionValueTitle(name, usual)}</Badge>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Exclusions({ definition: { exclusions } }: DefinitionBodyProps) {
  if (exclusions.length === 0) return null
  return (
    <div>
      <p className="mb-1.5 font-semibold">What is left out, and why</p>
      <ul className="grid gap-1.5">
        {exclusions.map(({ reason, description }) => (
          <li key={reason}>
            {description} <code className="font-mono text-xs text-muted">{reason}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}

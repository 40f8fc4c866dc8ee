import { formatRatio, formatValue } from '../../lib/formats.js'
import type { Unit } from '../../generated/graphql.js'

type Stat = { name: string; value?: number | null }
type Described = { name: string; title: string; unit: Unit }

/** How a mean divides into parts, each with the share of records of which it is known. Nothing for a measure that has none. */
export function MeanParts({ described, stats }: { described: readonly Described[]; stats: readonly Stat[] }) {
  const valueOf = (name: string) => stats.find((stat) => stat.name === name)?.value ?? null
  const parts = described.filter(({ name }) => described.some((other) => other.name === `${name}Known`))
  if (parts.length === 0 || valueOf('mean') === null) return null
  const rest = described.filter(({ name }) => name === 'unknownStages')
  return (
    <table className="w-full text-sm tabular-nums">
      <caption className="pb-2 text-left font-medium">Stages of the mean, {formatValue(valueOf('mean'), 'SECONDS')}</caption>
      <thead>
        <tr className="border-b border-edge text-left text-muted">
          <th scope="col" className="py-1 font-normal">
            Stage
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            Part of the mean
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            Known for
          </th>
        </tr>
      </thead>
      <tbody>
        {[...parts, ...rest].map(({ name, title, unit }) => {
          const [value, known] = [valueOf(name), valueOf(`${name}Known`)]
          return (
            <tr key={name} className="border-b border-edge">
              <th scope="row" className="py-1 text-left font-normal">
                {title}
              </th>
              <td className="py-1 text-right">{value === null ? 'not known' : formatValue(value, unit)}</td>
              <td className="py-1 text-right">{known === null ? '' : formatRatio(known)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

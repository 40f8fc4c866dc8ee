'use client'
import { Badge } from '../../components/badge.js'
import { type Column, DataTable } from '../../components/data-table.js'
import { Panel } from '../../components/panel.js'
import type { SloQuery } from '../../generated/graphql.js'
import { formatCount, formatDuration, words } from '../../lib/formats.js'
import { BurnPreview } from './burn-preview.js'
import { burnOver, BurnText } from './burn-text.js'
import { toldText, whenText } from './policy-words.js'

type Slo = NonNullable<SloQuery['slo']>
type Composite = NonNullable<Slo['composite']>
type Policy = Slo['alertPolicies'][number]

interface ToldByProps {
  slo: Slo
  /** Its place in the SLO, from 0; null for the composite. */
  objective: number | null
  standing: Composite
}

/** What tells of a burning budget: the policies that the SLO names, or else the default rules. */
export function ToldBy({ slo, objective, standing }: ToldByProps) {
  if (slo.alertPolicies.length === 0) {
    return (
      <>
        <Panel title="Burn rules" note="A rule fires while the budget goes faster than its factor in both windows. 1× spends exactly the budget.">
          <DataTable caption="Burn rules" columns={ruleColumns(standing)} rows={standing.rules} rowKey={({ longSeconds }) => String(longSeconds)} />
        </Panel>
        <BurnPreview slo={slo.name} objective={objective} rules={standing.rules} />
      </>
    )
  }
  return (
    <>
      <Panel title="Alert policies" note="In place of the default burn rules. 1× spends exactly the budget.">
        <DataTable caption="Alert policies" columns={policyColumns(standing)} rows={slo.alertPolicies} rowKey={({ name }) => name} />
      </Panel>
      <BurnPreview slo={slo.name} objective={objective} rules={null} />
    </>
  )
}

function ruleColumns(standing: Composite): ReadonlyArray<Column<Composite['rules'][number]>> {
  return [
    { name: 'severity', header: 'Severity', cell: ({ severity }) => words(severity) },
    {
      name: 'windows',
      header: 'Windows',
      cell: ({ longSeconds, shortSeconds }) => `${formatDuration(longSeconds)} and ${formatDuration(shortSeconds)}`,
    },
    { name: 'factor', header: 'Factor', numeric: true, cell: ({ factor }) => `${formatCount(factor)}×` },
    { name: 'long', header: 'Burn, long', numeric: true, cell: ({ longSeconds }) => <BurnText burn={burnOver(standing, longSeconds)} /> },
    { name: 'short', header: 'Burn, short', numeric: true, cell: ({ shortSeconds }) => <BurnText burn={burnOver(standing, shortSeconds)} /> },
    {
      name: 'state',
      header: 'State',
      cell: ({ burning, reachable }) =>
        reachable ? (
          <Badge tone={burning ? 'bad' : 'good'}>{burning ? 'burning' : 'quiet'}</Badge>
        ) : (
          <Badge tone="warn" title="Even if nothing were good, an objective this low would burn slower.">
            cannot fire
          </Badge>
        ),
    },
  ]
}

function policyColumns(standing: Composite): ReadonlyArray<Column<Policy>> {
  return [
    { name: 'policy', header: 'Policy', cell: ({ name, displayName, description }) => <span title={description}>{displayName || name}</span> },
    { name: 'severity', header: 'Severity', cell: ({ severity }) => words(severity) },
    { name: 'when', header: 'When', cell: whenText },
    { name: 'burn', header: 'Burn now', numeric: true, cell: ({ lookbackSeconds }) => <BurnText burn={burnOver(standing, lookbackSeconds)} /> },
    { name: 'told', header: 'Told', cell: toldText },
  ]
}

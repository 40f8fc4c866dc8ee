import { Badge } from '../../components/badge.js'
import { Facts, OutsideLink } from '../../components/facts.js'
import { PageHeading } from '../../components/panel.js'
import type { ServiceQuery } from '../../generated/graphql.js'

type ServiceNode = ServiceQuery['services']['edges'][number]['node']

export function ServiceDetails({ id, service }: { id: string; service: ServiceNode | undefined }) {
  if (!service) return <PageHeading title={id}>No service of this name is known. Its deployments, if any, are below.</PageHeading>
  return (
    <div className="mb-5">
      <PageHeading title={service.title}>
        <span className="inline-flex flex-wrap gap-1.5">
          {!service.declared && <Badge tone="warn">undeclared: only seen in events</Badge>}
          {service.openIncidents > 0 && (
            <Badge tone="bad">{service.openIncidents === 1 ? '1 open incident' : `${service.openIncidents} open incidents`}</Badge>
          )}
        </span>
      </PageHeading>
      <Facts
        items={[
          ['Team', service.team],
          ['Tier', service.tier],
          ['Owner', service.owner],
          ['Repository', service.repository],
          ['Also known as', service.aliases.join(', ') || null],
          ['Environments', service.environments.join(', ') || null],
          [
            'Runbook',
            service.runbookUrl && (
              <OutsideLink key="runbook" href={service.runbookUrl}>
                {service.runbookUrl}
              </OutsideLink>
            ),
          ],
        ]}
      />
    </div>
  )
}

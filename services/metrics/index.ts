import { approvalLeadTime } from './approval-lead-time/index.js'
import { changeFailureRate } from './change-failure-rate/index.js'
import { changeLeadTime } from './change-lead-time/index.js'
import { deploymentFrequency } from './deployment-frequency/index.js'
import { deploymentReworkRate } from './deployment-rework-rate/index.js'
import { failedDeploymentRecoveryTime } from './failed-deployment-recovery-time/index.js'
import type { Measure } from './measure.js'
import { MetricError } from './metric-error.js'
import { postDeploySliChange } from './post-deploy-sli-change/index.js'
import { provenanceCompleteness } from './provenance-completeness/index.js'
import { releaseIncidents } from './release-incidents/index.js'
import { sliValidationPassRate } from './sli-validation-pass-rate/index.js'
import { sloAttainment } from './slo-attainment/index.js'
import { timeToMitigate } from './time-to-mitigate/index.js'
import { timeToRollback } from './time-to-rollback/index.js'

/** Every measure, in the order in which they are shown. */
export const measures: readonly Measure[] = [
  deploymentFrequency,
  changeLeadTime,
  changeFailureRate,
  failedDeploymentRecoveryTime,
  deploymentReworkRate,
  timeToMitigate,
  timeToRollback,
  releaseIncidents,
  approvalLeadTime,
  sliValidationPassRate,
  provenanceCompleteness,
  postDeploySliChange,
  sloAttainment,
]

export function findMeasure(key: string): Measure {
  const measure = measures.find((candidate) => candidate.definition.key === key)
  if (!measure)
    throw new MetricError('UNKNOWN_METRIC', `There is no measure ${key}; there are ${measures.map(({ definition }) => definition.key).join(', ')}.`)
  return measure
}

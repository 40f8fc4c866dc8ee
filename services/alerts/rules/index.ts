import type { AlertRule } from '../condition.js'
import { absence } from './absence.js'
import { alertPolicy } from './alert-policy.js'
import { approvalAge } from './approval-age.js'
import { burnRate } from './burn-rate.js'
import { failedDeployment, failedRollback, missingMetadata, stalledRollout } from './deployments.js'
import { releaseGuard } from './release-guard.js'

export const rules: readonly AlertRule[] = [
  burnRate,
  alertPolicy,
  releaseGuard,
  absence,
  failedDeployment,
  failedRollback,
  stalledRollout,
  approvalAge,
  missingMetadata,
]

/** From when on rules of alerts hold. */
export type AlertThresholds = {
  /** For how long an indicator that had data must have none. */
  alertSilentMinutes: number
  /** How long a stage of a rollout may take where its service has finished too few before. */
  alertStageMinutes: number
  /** For how long an approval must wait. */
  alertApprovalHours: number
  /** Above how many times the allowed speed an objective must burn while its service is rolled out. */
  alertGuardFactor: number
}

export const defaultAlertThresholds: AlertThresholds = {
  alertSilentMinutes: 15,
  alertStageMinutes: 120,
  alertApprovalHours: 24,
  alertGuardFactor: 3,
}

-- What the definitions other than the default rest on. Columns ending in _then hold what was so at the anchor.
ALTER TABLE services
    ADD COLUMN IF NOT EXISTS aliases Array(String) AFTER runbook_url,
    ADD COLUMN IF NOT EXISTS slis Array(LowCardinality(String)) AFTER aliases,
    ADD COLUMN IF NOT EXISTS depends_on Array(String) AFTER slis;

ALTER TABLE deployments
    ADD COLUMN IF NOT EXISTS team_then LowCardinality(String) AFTER team,
    ADD COLUMN IF NOT EXISTS risk LowCardinality(String) AFTER actor,
    ADD COLUMN IF NOT EXISTS classes Array(LowCardinality(String)) AFTER risk,
    -- The rollback that blames it when a rollback blames the first rollout after the one returned to.
    ADD COLUMN IF NOT EXISTS rolled_back_by_first_after String AFTER rolled_back_by,
    ADD COLUMN IF NOT EXISTS hotfixed_by String AFTER rolled_back_by_first_after,
    ADD COLUMN IF NOT EXISTS reverted_by String AFTER hotfixed_by,
    -- When each kind of remedy was in place.
    ADD COLUMN IF NOT EXISTS rolled_back_at Nullable(DateTime64(3, 'UTC')) AFTER reverted_by,
    ADD COLUMN IF NOT EXISTS rolled_back_first_after_at Nullable(DateTime64(3, 'UTC')) AFTER rolled_back_at,
    ADD COLUMN IF NOT EXISTS hotfixed_at Nullable(DateTime64(3, 'UTC')) AFTER rolled_back_first_after_at,
    ADD COLUMN IF NOT EXISTS reverted_at Nullable(DateTime64(3, 'UTC')) AFTER hotfixed_at,
    -- The next rollout here that succeeded, of one that failed; its own end, of one that was rolled back in place.
    ADD COLUMN IF NOT EXISTS restored_at Nullable(DateTime64(3, 'UTC')) AFTER reverted_at,
    -- Of a rollback and of a rollout rolled back in place: when that was decided, and how this is known.
    ADD COLUMN IF NOT EXISTS decision_at Nullable(DateTime64(3, 'UTC')) AFTER restored_at,
    ADD COLUMN IF NOT EXISTS decision_source LowCardinality(String) AFTER decision_at,
    ADD COLUMN IF NOT EXISTS decision_automated Bool AFTER decision_source,
    -- Beside incidents, in its order.
    ADD COLUMN IF NOT EXISTS incident_confidences Array(Float64) AFTER incidents,
    ADD COLUMN IF NOT EXISTS incident_methods Array(LowCardinality(String)) AFTER incident_confidences,
    ADD COLUMN IF NOT EXISTS incident_starts Array(Nullable(DateTime64(3, 'UTC'))) AFTER incident_methods,
    ADD COLUMN IF NOT EXISTS incident_detections Array(Nullable(DateTime64(3, 'UTC'))) AFTER incident_starts,
    ADD COLUMN IF NOT EXISTS incident_mitigations Array(Nullable(DateTime64(3, 'UTC'))) AFTER incident_detections,
    -- absent, present, verified or invalid, by field.
    ADD COLUMN IF NOT EXISTS provenance Map(LowCardinality(String), LowCardinality(String)) AFTER incident_mitigations,
    -- Names of the validations that ended, and the first and the last result of each.
    ADD COLUMN IF NOT EXISTS validations Array(LowCardinality(String)) AFTER provenance,
    ADD COLUMN IF NOT EXISTS validations_first Array(Bool) AFTER validations,
    ADD COLUMN IF NOT EXISTS validations_last Array(Bool) AFTER validations_first,
    -- SLIs that the service declares.
    ADD COLUMN IF NOT EXISTS slis_expected Array(LowCardinality(String)) AFTER validations_last,
    ADD COLUMN IF NOT EXISTS contradictions UInt16 AFTER slis_expected,
    -- Fields that a person set.
    ADD COLUMN IF NOT EXISTS corrected Array(LowCardinality(String)) AFTER contradictions;

ALTER TABLE deployed_changes
    ADD COLUMN IF NOT EXISTS team_then LowCardinality(String) AFTER team,
    ADD COLUMN IF NOT EXISTS risk LowCardinality(String) AFTER kind,
    -- Whether it is the first counted change of its deployment, so that deployments can be counted by changes.
    ADD COLUMN IF NOT EXISTS leads_cluster Bool AFTER cluster_size,
    ADD COLUMN IF NOT EXISTS opened_at Nullable(DateTime64(3, 'UTC')) AFTER authored_at,
    ADD COLUMN IF NOT EXISTS merged_at Nullable(DateTime64(3, 'UTC')) AFTER opened_at;

ALTER TABLE incidents
    ADD COLUMN IF NOT EXISTS team_then LowCardinality(String) AFTER team,
    ADD COLUMN IF NOT EXISTS attributed_team_then LowCardinality(String) AFTER attributed_team,
    ADD COLUMN IF NOT EXISTS attributed_tier LowCardinality(String) AFTER attributed_team_then,
    ADD COLUMN IF NOT EXISTS attributed_environment LowCardinality(String) AFTER attributed_tier,
    -- By its sender or by a person.
    ADD COLUMN IF NOT EXISTS declared_unrelated Bool AFTER attribution_reason,
    ADD COLUMN IF NOT EXISTS impact_customers Nullable(Int64) AFTER declared_unrelated,
    ADD COLUMN IF NOT EXISTS impact_seconds Nullable(Int64) AFTER impact_customers,
    -- In ten-thousandths of the currency.
    ADD COLUMN IF NOT EXISTS impact_cost Nullable(Int64) AFTER impact_seconds,
    ADD COLUMN IF NOT EXISTS impact_currency LowCardinality(String) AFTER impact_cost,
    ADD COLUMN IF NOT EXISTS contradictions UInt16 AFTER impact_currency,
    ADD COLUMN IF NOT EXISTS corrected Array(LowCardinality(String)) AFTER contradictions;

ALTER TABLE approvals
    ADD COLUMN IF NOT EXISTS team_then LowCardinality(String) AFTER team,
    ADD COLUMN IF NOT EXISTS corrected Array(LowCardinality(String)) AFTER automated;

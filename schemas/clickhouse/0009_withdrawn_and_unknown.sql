-- When an approval that nobody decided was no longer waited for.
ALTER TABLE approvals ADD COLUMN IF NOT EXISTS withdrawn_at Nullable(DateTime64(3, 'UTC')) AFTER decided_at;

-- 1 where more came with the rollout than is known, or may have.
ALTER TABLE change_sets ADD COLUMN IF NOT EXISTS unknown_changes UInt8 AFTER already_in_production;

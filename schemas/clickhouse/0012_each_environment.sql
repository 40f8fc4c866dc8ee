-- As state, where what other production environments took does not matter.
ALTER TABLE deployed_changes ADD COLUMN IF NOT EXISTS environment_state LowCardinality(String) DEFAULT state AFTER state;

-- As unknown_changes, likewise.
ALTER TABLE change_sets ADD COLUMN IF NOT EXISTS unknown_in_environment UInt8 DEFAULT unknown_changes AFTER unknown_changes;

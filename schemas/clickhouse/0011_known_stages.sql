-- The stages of which both ends are known. The milliseconds of the others reach back to the last milestone that is.
ALTER TABLE deployed_changes ADD COLUMN IF NOT EXISTS known_stages Array(LowCardinality(String)) AFTER rollout_ms;

-- Of how many of the counted changes each stage is known; its sum is of these.
ALTER TABLE change_sets
    ADD COLUMN IF NOT EXISTS coding_known UInt32 AFTER rollout_ms,
    ADD COLUMN IF NOT EXISTS review_known UInt32 AFTER coding_known,
    ADD COLUMN IF NOT EXISTS merge_wait_known UInt32 AFTER review_known,
    ADD COLUMN IF NOT EXISTS build_known UInt32 AFTER merge_wait_known,
    ADD COLUMN IF NOT EXISTS approval_wait_known UInt32 AFTER build_known,
    ADD COLUMN IF NOT EXISTS deploy_wait_known UInt32 AFTER approval_wait_known,
    ADD COLUMN IF NOT EXISTS rollout_known UInt32 AFTER deploy_wait_known;

-- The changes that one rollout took to production, together: what lead time is counted from under the default definition.
CREATE TABLE IF NOT EXISTS change_sets
(
    service LowCardinality(String),
    -- As that of its rows in deployed_changes.
    anchor DateTime64(3, 'UTC'),
    environment LowCardinality(String),
    deployment String,
    production Bool,
    team LowCardinality(String),
    team_then LowCardinality(String),
    tier LowCardinality(String),
    regions Array(LowCardinality(String)),
    trigger LowCardinality(String),
    kind LowCardinality(String),
    risk LowCardinality(String),
    -- Milliseconds of each counted change, ascending, and the sums of their stages.
    lead_times Array(Int64),
    coding_ms Int64,
    review_ms Int64,
    merge_wait_ms Int64,
    build_ms Int64,
    approval_wait_ms Int64,
    deploy_wait_ms Int64,
    rollout_ms Int64,
    -- How many changes are in each other state.
    no_baseline UInt32,
    merge_commit UInt32,
    clock_skew UInt32,
    no_commit_time UInt32,
    path_filtered UInt32,
    ignored_author UInt32,
    already_in_production UInt32,
    row_hash String,
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
PARTITION BY toYYYYMM(anchor)
ORDER BY (service, anchor, environment, deployment)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

-- A month that nothing is written to any more becomes one part, of which FINAL has nothing to merge.
ALTER TABLE deployments MODIFY SETTING min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

ALTER TABLE deployed_changes MODIFY SETTING min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

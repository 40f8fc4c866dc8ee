-- What the records of a measure come to on one day, by service, environment, trigger and team, so that a window need not read each of
-- them. A record lies in a day of a zone by the instant that anchors it, and is made again with the UTC day of its rollout. Counts
-- are in the order that the code gives; durations are milliseconds, ascending, and bins say how many of them lie in each range of
-- sizes, from the least; moments are epoch milliseconds.
CREATE TABLE IF NOT EXISTS measure_days
(
    zone LowCardinality(String),
    measure LowCardinality(String),
    service LowCardinality(String),
    -- The UTC day of the rollout.
    anchor_day Date32,
    -- When the day of the zone began.
    day_from DateTime64(3, 'UTC'),
    environment LowCardinality(String),
    trigger LowCardinality(String),
    production Bool,
    team LowCardinality(String),
    tier LowCardinality(String),
    counts Array(Int64),
    bins Array(UInt32),
    durations Array(Int64),
    moments Array(Int64),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(anchor_day)
ORDER BY (zone, measure, service, anchor_day, day_from, environment, trigger, production, team, tier)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

-- The UTC days of rollouts of which facts were written since measure_days was made of them.
CREATE TABLE IF NOT EXISTS changed_days
(
    service String,
    day Date32,
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
ORDER BY (service, day);

-- The zones in which days are asked for, and under which definition the days of a measure are there, but for those changed.
CREATE TABLE IF NOT EXISTS day_zones
(
    zone String,
    asked_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(asked_at)
ORDER BY zone;

CREATE TABLE IF NOT EXISTS kept_days
(
    zone String,
    measure String,
    definition String,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (zone, measure);

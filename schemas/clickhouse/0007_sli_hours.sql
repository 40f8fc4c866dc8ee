-- What happened to an indicator in one hour, added up over its minutes. Good is at most the total of each minute of a place, as
-- where minutes are counted. Made from the minutes, and made again while they change; version is when it was made.
CREATE TABLE IF NOT EXISTS sli_hours
(
    service LowCardinality(String),
    sli LowCardinality(String),
    environment LowCardinality(String),
    hour DateTime('UTC'),
    region LowCardinality(String),
    good Int128,
    total Int128,
    value_sum Int128,
    value_count UInt64,
    value_min Int128,
    value_max Int128,
    cost Int128,
    bucket_index Array(Int32),
    bucket_count Array(UInt64),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYear(hour)
ORDER BY (service, sli, environment, hour, region)
TTL hour + INTERVAL 800 DAY;

-- Readings that events report are kept as long as their minutes, so that a late correction finds the others of its minute.
ALTER TABLE sli_samples ADD COLUMN IF NOT EXISTS reported Bool;
ALTER TABLE sli_samples
    MODIFY TTL if(reported, toDateTime(at) + INTERVAL 100 DAY, toDateTime(received_at) + INTERVAL 3 DAY);

-- One reading of one indicator from one series, as it came. Numbers are in millionths. Of two readings of a series at one time
-- the greater rank is kept, so that which came first does not matter.
CREATE TABLE IF NOT EXISTS sli_samples
(
    service LowCardinality(String),
    sli LowCardinality(String),
    environment LowCardinality(String),
    series UInt64,
    at DateTime64(3, 'UTC'),
    region LowCardinality(String),
    cohort LowCardinality(String),
    version_name LowCardinality(String),
    source LowCardinality(String),
    temporality LowCardinality(String),
    -- 1970 where the sender does not say when it began to count.
    start_at DateTime64(3, 'UTC'),
    counter Int128,
    good Int128,
    total Int128,
    value Int128,
    cost Int128,
    bucket_index Array(Int32),
    bucket_count Array(UInt64),
    rank Int128,
    received_at DateTime64(3, 'UTC') DEFAULT now64(3),
    INDEX received received_at TYPE minmax
)
ENGINE = ReplacingMergeTree(rank)
PARTITION BY toDate(at)
ORDER BY (service, sli, environment, series, at)
TTL toDateTime(received_at) + INTERVAL 3 DAY;

-- What happened to an indicator in one minute, added up over the series of a place. Made from the readings, and made again
-- when a late one comes; version is when it was made.
CREATE TABLE IF NOT EXISTS sli_minutes
(
    service LowCardinality(String),
    sli LowCardinality(String),
    environment LowCardinality(String),
    minute DateTime('UTC'),
    region LowCardinality(String),
    cohort LowCardinality(String),
    version_name LowCardinality(String),
    good Int128,
    total Int128,
    value_sum Int128,
    value_count UInt64,
    value_min Int128,
    value_max Int128,
    cost Int128,
    bucket_index Array(Int32),
    bucket_count Array(UInt64),
    samples UInt64,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(minute)
ORDER BY (service, sli, environment, minute, region, cohort, version_name)
TTL minute + INTERVAL 100 DAY;

-- Which series are sent at all, whether an indicator asks for them or not.
CREATE TABLE IF NOT EXISTS telemetry_series
(
    source LowCardinality(String),
    metric LowCardinality(String),
    series UInt64,
    labels Map(LowCardinality(String), String),
    temporality LowCardinality(String),
    histogram Bool,
    last_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(last_at)
ORDER BY (source, metric, series)
TTL toDateTime(last_at) + INTERVAL 3 DAY;

-- What became of an indicator after a deployment: the minutes before it against those after. As the whole, or by region or
-- cohort where there are several. Counts are in millionths, quantiles in millionths of the indicator's unit, change in
-- billionths. Minutes are dropped in time, so a row is kept as it was made; version is when that was.
CREATE TABLE IF NOT EXISTS release_effects
(
    service LowCardinality(String),
    -- That of the deployment.
    anchor DateTime64(3, 'UTC'),
    environment LowCardinality(String),
    deployment String,
    sli LowCardinality(String),
    -- all, region or cohort, and which.
    part_kind LowCardinality(String),
    part LowCardinality(String),
    before_from DateTime('UTC'),
    before_to DateTime('UTC'),
    after_from DateTime('UTC'),
    after_to DateTime('UTC'),
    good_before Int64,
    total_before Int64,
    good_after Int64,
    total_after Int64,
    value_before Nullable(Float64),
    value_after Nullable(Float64),
    cost_before Int64,
    cost_after Int64,
    unit LowCardinality(String),
    -- p50, p95, p99; empty without a histogram.
    quantiles_before Array(Int64),
    quantiles_after Array(Int64),
    seasonal_weeks UInt8,
    seasonal_ratio Float64,
    dispersion Float64,
    expected Nullable(Float64),
    p_value Nullable(Float64),
    change Nullable(Int64),
    -- Whether all minutes after it are over.
    settled Bool,
    regressed Bool,
    -- The targets of the objectives that go by the indicator, and how many of them were met after it.
    targets Array(Float64),
    targets_met UInt8,
    row_hash String,
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
PARTITION BY toYYYYMM(anchor)
ORDER BY (service, anchor, environment, deployment, sli, part_kind, part);

-- SLIs whose telemetry was seen after the deployment.
ALTER TABLE deployments
    ADD COLUMN IF NOT EXISTS slis_seen Array(LowCardinality(String)) AFTER slis_expected;

-- Finds what changed since a look without reading all.
ALTER TABLE deployments ADD INDEX IF NOT EXISTS written version TYPE minmax;
ALTER TABLE sli_minutes ADD INDEX IF NOT EXISTS made version TYPE minmax;

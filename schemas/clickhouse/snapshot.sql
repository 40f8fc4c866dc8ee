-- Generated from the migrations in this directory; not to be edited.

CREATE TABLE approvals
(
    `service` LowCardinality(String),
    `id` String,
    `environment` LowCardinality(String),
    `production` Bool,
    `team` LowCardinality(String),
    `team_then` LowCardinality(String),
    `tier` LowCardinality(String),
    `version_name` String,
    `release_id` String,
    `deployment` String,
    `artifact_digest` String,
    `group_name` LowCardinality(String),
    `risk` LowCardinality(String),
    `requested_by` String,
    `requested_at` Nullable(DateTime64(3, 'UTC')),
    `decided_at` Nullable(DateTime64(3, 'UTC')),
    `withdrawn_at` Nullable(DateTime64(3, 'UTC')),
    `decision` LowCardinality(String),
    `decided_by` Array(String),
    `automated` Bool,
    `corrected` Array(LowCardinality(String)),
    `row_hash` String,
    `version` UInt64,
    `deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
ORDER BY (service, id);

CREATE TABLE artifacts
(
    `service` LowCardinality(String),
    `digest` String,
    `name` String,
    `version_name` String,
    `release_id` String,
    `repository` LowCardinality(String),
    `commit` String,
    `build_url` String,
    `builder` String,
    `published_at` Nullable(DateTime64(3, 'UTC')),
    `detail` String CODEC(ZSTD(3)),
    `row_hash` String,
    `version` UInt64,
    `deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
ORDER BY (service, digest);

CREATE TABLE change_sets
(
    `service` LowCardinality(String),
    `anchor` DateTime64(3, 'UTC'),
    `environment` LowCardinality(String),
    `deployment` String,
    `production` Bool,
    `team` LowCardinality(String),
    `team_then` LowCardinality(String),
    `tier` LowCardinality(String),
    `regions` Array(LowCardinality(String)),
    `trigger` LowCardinality(String),
    `kind` LowCardinality(String),
    `risk` LowCardinality(String),
    `lead_times` Array(Int64),
    `coding_ms` Int64,
    `review_ms` Int64,
    `merge_wait_ms` Int64,
    `build_ms` Int64,
    `approval_wait_ms` Int64,
    `deploy_wait_ms` Int64,
    `rollout_ms` Int64,
    `coding_known` UInt32,
    `review_known` UInt32,
    `merge_wait_known` UInt32,
    `build_known` UInt32,
    `approval_wait_known` UInt32,
    `deploy_wait_known` UInt32,
    `rollout_known` UInt32,
    `no_baseline` UInt32,
    `merge_commit` UInt32,
    `clock_skew` UInt32,
    `no_commit_time` UInt32,
    `path_filtered` UInt32,
    `ignored_author` UInt32,
    `already_in_production` UInt32,
    `unknown_changes` UInt8,
    `unknown_in_environment` UInt8 DEFAULT unknown_changes,
    `row_hash` String,
    `version` UInt64,
    `deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
PARTITION BY toYYYYMM(anchor)
ORDER BY (service, anchor, environment, deployment)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE changed_days
(
    `service` String,
    `day` Date32,
    `version` UInt64,
    `deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
ORDER BY (service, day);

CREATE TABLE day_zones
(
    `zone` String,
    `asked_at` DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(asked_at)
ORDER BY zone;

CREATE TABLE deployed_changes
(
    `service` LowCardinality(String),
    `anchor` DateTime64(3, 'UTC'),
    `deployment` String,
    `repository` LowCardinality(String),
    `sha` String,
    `environment` LowCardinality(String),
    `production` Bool,
    `team` LowCardinality(String),
    `team_then` LowCardinality(String),
    `tier` LowCardinality(String),
    `regions` Array(LowCardinality(String)),
    `trigger` LowCardinality(String),
    `kind` LowCardinality(String),
    `risk` LowCardinality(String),
    `release_id` String,
    `committed_at` Nullable(DateTime64(3, 'UTC')),
    `authored_at` Nullable(DateTime64(3, 'UTC')),
    `opened_at` Nullable(DateTime64(3, 'UTC')),
    `merged_at` Nullable(DateTime64(3, 'UTC')),
    `author` String,
    `title` String,
    `pull_request` UInt32,
    `url` String,
    `state` LowCardinality(String),
    `environment_state` LowCardinality(String) DEFAULT state,
    `lead_time_ms` Int64,
    `authored_lead_time_ms` Int64,
    `cluster_size` UInt32,
    `leads_cluster` Bool,
    `coding_ms` Int64,
    `review_ms` Int64,
    `merge_wait_ms` Int64,
    `build_ms` Int64,
    `approval_wait_ms` Int64,
    `deploy_wait_ms` Int64,
    `rollout_ms` Int64,
    `known_stages` Array(LowCardinality(String)),
    `row_hash` String,
    `version` UInt64,
    `deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
PARTITION BY toYYYYMM(anchor)
ORDER BY (service, anchor, environment, deployment, repository, sha)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE deployments
(
    `service` LowCardinality(String),
    `anchor` DateTime64(3, 'UTC'),
    `id` String,
    `environment` LowCardinality(String),
    `production` Bool,
    `team` LowCardinality(String),
    `team_then` LowCardinality(String),
    `tier` LowCardinality(String),
    `regions` Array(LowCardinality(String)),
    `release_id` String,
    `version_name` String,
    `commit` String,
    `repository` LowCardinality(String),
    `artifact_digest` String,
    `outcome` LowCardinality(String),
    `kind` LowCardinality(String),
    `kind_reason` String,
    `trigger` LowCardinality(String),
    `actor` String,
    `risk` LowCardinality(String),
    `classes` Array(LowCardinality(String)),
    `url` String,
    `started_at` Nullable(DateTime64(3, 'UTC')),
    `full_traffic_at` Nullable(DateTime64(3, 'UTC')),
    `finished_at` Nullable(DateTime64(3, 'UTC')),
    `received_at` DateTime64(3, 'UTC'),
    `previous_version` String,
    `change_source` LowCardinality(String),
    `change_count` UInt32,
    `failed` Bool,
    `failed_without_incidents` Bool,
    `incident_confidence` Float64,
    `failure_reasons` Array(LowCardinality(String)),
    `rolled_back_by` String,
    `rolled_back_by_first_after` String,
    `hotfixed_by` String,
    `reverted_by` String,
    `rolled_back_at` Nullable(DateTime64(3, 'UTC')),
    `rolled_back_first_after_at` Nullable(DateTime64(3, 'UTC')),
    `hotfixed_at` Nullable(DateTime64(3, 'UTC')),
    `reverted_at` Nullable(DateTime64(3, 'UTC')),
    `restored_at` Nullable(DateTime64(3, 'UTC')),
    `decision_at` Nullable(DateTime64(3, 'UTC')),
    `decision_source` LowCardinality(String),
    `decision_automated` Bool,
    `blames` String,
    `incidents` Array(String),
    `incident_confidences` Array(Float64),
    `incident_methods` Array(LowCardinality(String)),
    `incident_starts` Array(Nullable(DateTime64(3, 'UTC'))),
    `incident_detections` Array(Nullable(DateTime64(3, 'UTC'))),
    `incident_mitigations` Array(Nullable(DateTime64(3, 'UTC'))),
    `provenance` Map(LowCardinality(String), LowCardinality(String)),
    `validations` Array(LowCardinality(String)),
    `validations_first` Array(Bool),
    `validations_last` Array(Bool),
    `slis_expected` Array(LowCardinality(String)),
    `slis_seen` Array(LowCardinality(String)),
    `contradictions` UInt16,
    `corrected` Array(LowCardinality(String)),
    `detail` String CODEC(ZSTD(3)),
    `row_hash` String,
    `version` UInt64,
    `deleted` UInt8,
    INDEX written version TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version, deleted)
PARTITION BY toYYYYMM(anchor)
ORDER BY (service, anchor, environment, id)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE events
(
    `source` String,
    `id` String,
    `content_hash` String,
    `type` LowCardinality(String),
    `time` DateTime64(3, 'UTC'),
    `revision` Int64,
    `received_at` DateTime64(3, 'UTC'),
    `first_seen_rank` UInt64,
    `service` String,
    `scopes` Array(String),
    `flags` Array(LowCardinality(String)),
    `data` String CODEC(ZSTD(3))
)
ENGINE = ReplacingMergeTree(first_seen_rank)
ORDER BY (source, id, content_hash);

CREATE TABLE events_by_scope
(
    `scope` String,
    `type` LowCardinality(String),
    `source` String,
    `id` String,
    `content_hash` String,
    `time` DateTime64(3, 'UTC'),
    `revision` Int64,
    `received_at` DateTime64(3, 'UTC'),
    `first_seen_rank` UInt64,
    `service` String,
    `flags` Array(LowCardinality(String)),
    `data` String CODEC(ZSTD(3))
)
ENGINE = ReplacingMergeTree(first_seen_rank)
ORDER BY (scope, type, source, id, content_hash);

CREATE TABLE incidents
(
    `service` LowCardinality(String),
    `id` String,
    `services` Array(LowCardinality(String)),
    `environment` LowCardinality(String),
    `production` Bool,
    `team` LowCardinality(String),
    `team_then` LowCardinality(String),
    `tier` LowCardinality(String),
    `title` String,
    `severity` LowCardinality(String),
    `status` LowCardinality(String),
    `url` String,
    `started_at` Nullable(DateTime64(3, 'UTC')),
    `detected_at` Nullable(DateTime64(3, 'UTC')),
    `acknowledged_at` Nullable(DateTime64(3, 'UTC')),
    `mitigated_at` Nullable(DateTime64(3, 'UTC')),
    `mitigated_by` LowCardinality(String),
    `resolved_at` Nullable(DateTime64(3, 'UTC')),
    `anchor` DateTime64(3, 'UTC'),
    `attribution_method` LowCardinality(String),
    `attribution_confidence` Float64,
    `attributed_deployments` Array(String),
    `attributed_service` LowCardinality(String),
    `attributed_team` LowCardinality(String),
    `attributed_team_then` LowCardinality(String),
    `attributed_tier` LowCardinality(String),
    `attributed_environment` LowCardinality(String),
    `regions` Array(LowCardinality(String)),
    `trigger` LowCardinality(String),
    `kind` LowCardinality(String),
    `attributed_release` String,
    `attribution_reason` String,
    `declared_unrelated` Bool,
    `impact_customers` Nullable(Int64),
    `impact_seconds` Nullable(Int64),
    `impact_cost` Nullable(Int64),
    `impact_currency` LowCardinality(String),
    `contradictions` UInt16,
    `corrected` Array(LowCardinality(String)),
    `detail` String CODEC(ZSTD(3)),
    `row_hash` String,
    `version` UInt64,
    `deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
ORDER BY (service, id);

CREATE TABLE kept_days
(
    `zone` String,
    `measure` String,
    `definition` String,
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (zone, measure);

CREATE TABLE measure_days
(
    `zone` LowCardinality(String),
    `measure` LowCardinality(String),
    `service` LowCardinality(String),
    `anchor_day` Date32,
    `day_from` DateTime64(3, 'UTC'),
    `environment` LowCardinality(String),
    `trigger` LowCardinality(String),
    `production` Bool,
    `team` LowCardinality(String),
    `tier` LowCardinality(String),
    `counts` Array(Int64),
    `bins` Array(UInt32),
    `durations` Array(Int64),
    `moments` Array(Int64),
    `version` UInt64,
    `first_at` DateTime64(3, 'UTC'),
    `last_at` DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(anchor_day)
ORDER BY (zone, measure, service, anchor_day, day_from, environment, trigger, production, team, tier)
SETTINGS min_age_to_force_merge_seconds = 3600, min_age_to_force_merge_on_partition_only = 1;

CREATE TABLE release_effects
(
    `service` LowCardinality(String),
    `anchor` DateTime64(3, 'UTC'),
    `environment` LowCardinality(String),
    `deployment` String,
    `sli` LowCardinality(String),
    `part_kind` LowCardinality(String),
    `part` LowCardinality(String),
    `before_from` DateTime('UTC'),
    `before_to` DateTime('UTC'),
    `after_from` DateTime('UTC'),
    `after_to` DateTime('UTC'),
    `good_before` Int64,
    `total_before` Int64,
    `good_after` Int64,
    `total_after` Int64,
    `value_before` Nullable(Float64),
    `value_after` Nullable(Float64),
    `cost_before` Int64,
    `cost_after` Int64,
    `unit` LowCardinality(String),
    `quantiles_before` Array(Int64),
    `quantiles_after` Array(Int64),
    `seasonal_weeks` UInt8,
    `seasonal_ratio` Float64,
    `dispersion` Float64,
    `expected` Nullable(Float64),
    `p_value` Nullable(Float64),
    `change` Nullable(Int64),
    `settled` Bool,
    `regressed` Bool,
    `targets` Array(Float64),
    `targets_met` UInt8,
    `row_hash` String,
    `version` UInt64,
    `deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
PARTITION BY toYYYYMM(anchor)
ORDER BY (service, anchor, environment, deployment, sli, part_kind, part);

CREATE TABLE schema_migrations
(
    `number` UInt32,
    `name` String,
    `checksum` FixedString(64),
    `applied_at` DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(applied_at)
ORDER BY number;

CREATE TABLE services
(
    `service` String,
    `title` String,
    `team` LowCardinality(String),
    `tier` LowCardinality(String),
    `repository` String,
    `owner` String,
    `runbook_url` String,
    `aliases` Array(String),
    `slis` Array(LowCardinality(String)),
    `depends_on` Array(String),
    `declared` Bool,
    `environments` Array(LowCardinality(String)),
    `first_event_at` DateTime64(3, 'UTC'),
    `last_event_at` DateTime64(3, 'UTC'),
    `row_hash` String,
    `version` UInt64,
    `deleted` UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
ORDER BY service;

CREATE TABLE sli_hours
(
    `service` LowCardinality(String),
    `sli` LowCardinality(String),
    `environment` LowCardinality(String),
    `hour` DateTime('UTC'),
    `region` LowCardinality(String),
    `good` Int128,
    `total` Int128,
    `value_sum` Int128,
    `value_count` UInt64,
    `value_min` Int128,
    `value_max` Int128,
    `cost` Int128,
    `bucket_index` Array(Int32),
    `bucket_count` Array(UInt64),
    `version` UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYear(hour)
ORDER BY (service, sli, environment, hour, region)
TTL hour + toIntervalDay(800);

CREATE TABLE sli_minutes
(
    `service` LowCardinality(String),
    `sli` LowCardinality(String),
    `environment` LowCardinality(String),
    `minute` DateTime('UTC'),
    `region` LowCardinality(String),
    `cohort` LowCardinality(String),
    `version_name` LowCardinality(String),
    `good` Int128,
    `total` Int128,
    `value_sum` Int128,
    `value_count` UInt64,
    `value_min` Int128,
    `value_max` Int128,
    `cost` Int128,
    `bucket_index` Array(Int32),
    `bucket_count` Array(UInt64),
    `samples` UInt64,
    `version` UInt64,
    INDEX made version TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(minute)
ORDER BY (service, sli, environment, minute, region, cohort, version_name)
TTL minute + toIntervalDay(100);

CREATE TABLE sli_samples
(
    `service` LowCardinality(String),
    `sli` LowCardinality(String),
    `environment` LowCardinality(String),
    `series` UInt64,
    `at` DateTime64(3, 'UTC'),
    `region` LowCardinality(String),
    `cohort` LowCardinality(String),
    `version_name` LowCardinality(String),
    `source` LowCardinality(String),
    `temporality` LowCardinality(String),
    `start_at` DateTime64(3, 'UTC'),
    `counter` Int128,
    `good` Int128,
    `total` Int128,
    `value` Int128,
    `cost` Int128,
    `bucket_index` Array(Int32),
    `bucket_count` Array(UInt64),
    `rank` Int128,
    `received_at` DateTime64(3, 'UTC') DEFAULT now64(3),
    `reported` Bool,
    `histogram` UInt64,
    `bound` Float64,
    INDEX received received_at TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(rank)
PARTITION BY toDate(at)
ORDER BY (service, sli, environment, series, at)
TTL if(reported, toDateTime(at) + toIntervalDay(100), toDateTime(received_at) + toIntervalDay(3));

CREATE TABLE telemetry_series
(
    `source` LowCardinality(String),
    `metric` LowCardinality(String),
    `series` UInt64,
    `labels` Map(LowCardinality(String), String),
    `temporality` LowCardinality(String),
    `histogram` Bool,
    `last_at` DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(last_at)
ORDER BY (source, metric, series)
TTL toDateTime(last_at) + toIntervalDay(3);

CREATE MATERIALIZED VIEW events_by_scope_view TO events_by_scope
(
    `scope` String,
    `type` LowCardinality(String),
    `source` String,
    `id` String,
    `content_hash` String,
    `time` DateTime64(3, 'UTC'),
    `revision` Int64,
    `received_at` DateTime64(3, 'UTC'),
    `first_seen_rank` UInt64,
    `service` String,
    `flags` Array(LowCardinality(String)),
    `data` String
)
AS SELECT
    scope,
    type,
    source,
    id,
    content_hash,
    time,
    revision,
    received_at,
    first_seen_rank,
    service,
    flags,
    data
FROM events
ARRAY JOIN scopes AS scope;

-- Canonical events, immutable. The same event stored again replaces itself; the row received first is kept.
CREATE TABLE IF NOT EXISTS events
(
    source String,
    id String,
    content_hash String,
    type LowCardinality(String),
    time DateTime64(3, 'UTC'),
    revision Int64,
    received_at DateTime64(3, 'UTC'),
    -- Falls as received_at grows, so that replacement keeps the first arrival.
    first_seen_rank UInt64,
    service String,
    scopes Array(String),
    flags Array(LowCardinality(String)),
    data String CODEC(ZSTD(3))
)
ENGINE = ReplacingMergeTree(first_seen_rank)
ORDER BY (source, id, content_hash);

-- One row per event and per thing it says something about: service:<id>, deployment:<id>, incident:<id>,
-- repository:<name>, digest:<algorithm:hex>. The projector reads whole scopes from here.
CREATE TABLE IF NOT EXISTS events_by_scope
(
    scope String,
    type LowCardinality(String),
    source String,
    id String,
    content_hash String,
    time DateTime64(3, 'UTC'),
    revision Int64,
    received_at DateTime64(3, 'UTC'),
    first_seen_rank UInt64,
    service String,
    flags Array(LowCardinality(String)),
    data String CODEC(ZSTD(3))
)
ENGINE = ReplacingMergeTree(first_seen_rank)
ORDER BY (scope, type, source, id, content_hash);

CREATE MATERIALIZED VIEW IF NOT EXISTS events_by_scope_view TO events_by_scope AS
SELECT scope, type, source, id, content_hash, time, revision, received_at, first_seen_rank, service, flags, data
FROM events ARRAY JOIN scopes AS scope;

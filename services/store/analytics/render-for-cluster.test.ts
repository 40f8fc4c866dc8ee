import { describe, expect, it } from 'vitest'
import { renderForCluster } from './render-for-cluster.js'

const render = (sql: string) => renderForCluster(sql, { cluster: 'main' })

describe('renderForCluster', () => {
  it('makes a table replicated, and a Distributed one over it', () => {
    const sql = `CREATE TABLE IF NOT EXISTS facts
(
    id String,
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
PARTITION BY tuple()
ORDER BY (service, toDate(at),
          id)
SETTINGS non_replicated_deduplication_window = 1000`
    expect(render(sql)).toEqual([
      `CREATE TABLE IF NOT EXISTS facts_local ON CLUSTER 'main'
(
    id String,
    version UInt64,
    deleted UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}', version, deleted)
PARTITION BY tuple()
ORDER BY (service, toDate(at),
          id)
SETTINGS replicated_deduplication_window = 1000`,
      `CREATE TABLE IF NOT EXISTS facts ON CLUSTER 'main' AS facts_local
ENGINE = Distributed('main', currentDatabase(), 'facts_local', cityHash64(service, toDate(at), id))`,
    ])
  })

  it.each([
    ['MergeTree ORDER BY id', "ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}') ORDER BY id", 'cityHash64(id)'],
    ['MergeTree() ORDER BY tuple()', "ReplicatedMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}') ORDER BY tuple()", 'rand()'],
    [
      'AggregatingMergeTree ORDER BY (a)',
      "ReplicatedAggregatingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}') ORDER BY (a)",
      'cityHash64(a)',
    ],
  ])('knows the engine %s', (engine, local, key) => {
    const [table, distributed] = render(`CREATE TABLE t (id String) ENGINE = ${engine}`)
    expect(table).toBe(`CREATE TABLE t_local ON CLUSTER 'main' (id String) ENGINE = ${local}`)
    expect(distributed).toContain(key)
  })

  it('fires a view from the replicated table, and lets it write through the Distributed one', () => {
    expect(render('CREATE MATERIALIZED VIEW IF NOT EXISTS v TO days AS SELECT a FROM events JOIN x USING a')).toEqual([
      "CREATE MATERIALIZED VIEW IF NOT EXISTS v ON CLUSTER 'main' TO days AS SELECT a FROM events_local JOIN x USING a",
    ])
    expect(render('CREATE MATERIALIZED VIEW v REFRESH EVERY 1 HOUR TO days AS SELECT a FROM events')).toEqual([
      "CREATE MATERIALIZED VIEW v ON CLUSTER 'main' REFRESH EVERY 1 HOUR TO days AS SELECT a FROM events",
    ])
  })

  it('makes views everywhere', () => {
    expect(render('CREATE OR REPLACE VIEW v AS SELECT 1')).toEqual(["CREATE OR REPLACE VIEW v ON CLUSTER 'main' AS SELECT 1"])
  })

  it('changes columns of both tables, and everything else of the replicated one', () => {
    expect(render('ALTER TABLE t ADD COLUMN IF NOT EXISTS a Array(Tuple(String, UInt8)) CODEC(ZSTD(1)), DROP COLUMN b')).toEqual([
      "ALTER TABLE t_local ON CLUSTER 'main' ADD COLUMN IF NOT EXISTS a Array(Tuple(String, UInt8)) CODEC(ZSTD(1)), DROP COLUMN b",
      "ALTER TABLE t ON CLUSTER 'main' ADD COLUMN IF NOT EXISTS a Array(Tuple(String, UInt8)), DROP COLUMN b",
    ])
    expect(render('ALTER TABLE t MODIFY TTL at + INTERVAL 1 DAY')).toEqual(["ALTER TABLE t_local ON CLUSTER 'main' MODIFY TTL at + INTERVAL 1 DAY"])
    expect(() => render('ALTER TABLE t ADD COLUMN a UInt8, ADD INDEX i a TYPE minmax')).toThrow(/statements of their own/)
  })

  it('drops both tables', () => {
    expect(render('DROP TABLE IF EXISTS t')).toEqual(["DROP TABLE IF EXISTS t ON CLUSTER 'main'", "DROP TABLE IF EXISTS t_local ON CLUSTER 'main'"])
  })

  it('refuses what it cannot place', () => {
    expect(() => render('OPTIMIZE TABLE t')).toThrow(/cannot have the statement/)
    expect(() => render('CREATE TABLE t (a UInt8) ENGINE = Memory')).toThrow(/MergeTree family/)
    expect(() => renderForCluster('DROP VIEW v', { cluster: "x' --" })).toThrow(/cluster's name/)
  })
})

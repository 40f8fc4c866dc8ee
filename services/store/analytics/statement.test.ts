import { describe, expect, it } from 'vitest'
import { bindStatement, isStreamable, parseInsert, refuseSecondStatement } from './statement.js'

describe('bindStatement', () => {
  it('is empty without anything to bind', () => {
    expect(bindStatement()).toBe('')
    expect(bindStatement({}, { wait_end_of_query: 1, max_threads: undefined })).toBe('')
  })

  it('binds settings and parameters in one statement', () => {
    expect(bindStatement({ a: 1, b: 'x' }, { max_threads: 2, optimize_read_in_order: 0 })).toBe(
      "SET max_threads = '2', optimize_read_in_order = '0', param_a = '1', param_b = 'x'",
    )
  })

  it('leaves no way out of the literal', () => {
    expect(bindStatement({ a: "'" })).toBe("SET param_a = '\\\\\\''")
    expect(bindStatement({ a: '\\' })).toBe("SET param_a = '\\\\\\\\'")
    expect(bindStatement({}, { log_comment: "\\'; DROP" })).toBe("SET log_comment = '\\\\\\'; DROP'")
  })

  it.each(['a b', "a'", 'a=1', '', '1a', 'a-b', 'ä', 'a\n'])('refuses the name %j', (key) => {
    expect(() => bindStatement({ [key]: 1 })).toThrow(TypeError)
    expect(() => bindStatement({}, { [key]: 1 })).toThrow(TypeError)
  })
})

describe('parseInsert', () => {
  it('reads the table, the columns and the format', () => {
    expect(parseInsert('INSERT INTO t FORMAT JSONEachRow')).toEqual({ table: 't', columns: undefined, format: 'JSONEachRow' })
    expect(parseInsert('INSERT INTO d.t (a, b) FORMAT CSV')).toEqual({ table: 'd.t', columns: ['a', 'b'], format: 'CSV' })
  })

  it.each(['INSERT INTO t VALUES (1)', 'SELECT 1', "INSERT INTO t SELECT * FROM file('x') FORMAT CSV"])('refuses %s', (query) => {
    expect(() => parseInsert(query)).toThrow(TypeError)
  })
})

describe('isStreamable', () => {
  it('holds for selects alone', () => {
    expect(['SELECT 1', '\n with a AS (SELECT 1) SELECT * FROM a', '(SELECT 1) UNION ALL SELECT 2'].every(isStreamable)).toBe(true)
    expect(['SHOW TABLES', 'DESCRIBE t', 'INSERT INTO t SELECT 1', 'EXPLAIN SELECT 1'].some(isStreamable)).toBe(false)
  })
})

describe('a second statement', () => {
  it.each(['SELECT 1; SELECT 2', "SELECT ';'; DROP TABLE events", 'SELECT 1 /* ; */ ; SELECT 2', 'SELECT 1;;SELECT 2'])('is refused: %s', (query) => {
    expect(() => refuseSecondStatement(query)).toThrow('SYNTAX_ERROR')
  })

  it.each(['SELECT 1;', 'SELECT 1; \n', 'SELECT \'a; b\', "c; d" -- e; f', "SELECT 'it\\'s; so'", 'SELECT $$a; b$$ /* ; x */'])(
    'is not seen in %s',
    (query) => {
      expect(() => refuseSecondStatement(query)).not.toThrow()
    },
  )
})

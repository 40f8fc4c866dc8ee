import { describe, expect, it } from 'vitest'
import { isStreamable, parametersStatement, parseInsert, refuseSecondStatement, refuseUnbound, settingsStatement } from './statement.js'

describe('settings and parameters', () => {
  it('are nothing where there is nothing to set', () => {
    expect(settingsStatement()).toBe('')
    expect(settingsStatement({ wait_end_of_query: 1, max_threads: undefined })).toBe('')
    expect(parametersStatement({}, { max_threads: 2 })).toBe('')
  })

  it('are a statement each: what many statements share, and what is of one', () => {
    const settings = { max_threads: 2, insert_deduplication_token: 't', optimize_read_in_order: 0 } as const
    expect(settingsStatement(settings)).toBe("SET max_threads = '2', insert_deduplication_token = '', optimize_read_in_order = '0'")
    expect(parametersStatement({ a: 1, b: 'x' }, settings)).toBe("SET insert_deduplication_token = 't', param_a = '1', param_b = 'x'")
  })

  it('leave no way out of the literal', () => {
    expect(parametersStatement({ a: "'" })).toBe("SET param_a = '\\\\\\''")
    expect(parametersStatement({ a: '\\' })).toBe("SET param_a = '\\\\\\\\'")
    expect(settingsStatement({ log_comment: "\\'; DROP" })).toBe("SET log_comment = '\\\\\\'; DROP'")
  })

  it.each(['a b', "a'", 'a=1', '', '1a', 'a-b', 'ä', 'a\n'])('do not have the name %j', (key) => {
    expect(() => parametersStatement({ [key]: 1 })).toThrow(TypeError)
    expect(() => settingsStatement({ [key]: 1 })).toThrow(TypeError)
  })
})

describe('a parameter without a value', () => {
  it.each(['SELECT {a:String}, {b:UInt8}', 'SELECT { b : Array(UInt8) }'])('is refused: %s', (query) => {
    expect(() => refuseUnbound(query, { a: 'x' })).toThrow('Substitution `b` is not set')
  })

  it.each(["SELECT {a:String}, '{b:UInt8}' /* {c:Int8} */", 'SELECT 1'])('is not seen in %s', (query) => {
    expect(() => refuseUnbound(query, { a: 'x' })).not.toThrow()
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

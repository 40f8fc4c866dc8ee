import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import type { EventType } from '../../domain/event.js'
import { parseInstant } from './instant.js'

/** The part of JSON Schema that our event schemas use. */
export interface Schema {
  $id?: string
  $ref?: string
  type?: string
  required?: string[]
  properties?: Record<string, Schema>
  items?: Schema
  $defs?: Record<string, Schema>
}

export interface EventContract {
  schema: Schema
  /** The errors of a value, several where there are several; none means that it is valid. */
  check: (value: unknown) => readonly ErrorObject[]
}

const SUFFIX = '.schema.json'
const LIST_SAMPLE = 100
const folder = findFolder(dirname(fileURLToPath(import.meta.url)))
const common = readSchema('common')
const first = compilerOf({ allErrors: false })
const all = compilerOf({ allErrors: true })

export const envelopeContract = contractOf('envelope')

const contracts = new Map<string, EventContract>(namesOfTypes().map((type) => [type, contractOf(type)]))

/** Every type of event there is a schema for, sorted. */
export const eventTypes = [...contracts.keys()] as EventType[]

export function contractFor(type: string): EventContract | undefined {
  return contracts.get(type)
}

/** The schema a reference leads to, and the name of the shared definition if it is one. */
export function resolveSchema(schema: Schema): { schema: Schema; definition?: string } {
  if (!schema.$ref) return { schema }
  const definition = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
  const target = common.$defs?.[definition]
  if (!target) throw new Error(`the event schemas refer to ${schema.$ref}, which is not there`)
  return { schema: target, definition }
}

function compilerOf({ allErrors }: { allErrors: boolean }): Ajv2020 {
  const ajv = new Ajv2020({ allErrors, strict: true, strictRequired: false, verbose: true })
  ajv.addFormat('instant', { type: 'string', validate: (text: string) => parseInstant(text) !== undefined })
  return ajv.addSchema(common)
}

function contractOf(name: string): EventContract {
  const schema = readSchema(name)
  const findFirst = first.compile(schema)
  const findAll = all.compile(schema)
  function check(value: unknown): readonly ErrorObject[] {
    if (findFirst(value)) return []
    const firstErrors = findFirst.errors ?? []
    return findAll(cutLists(value)) ? firstErrors : (findAll.errors ?? [])
  }
  return { schema, check }
}

/** Collecting every error of a list takes time by the square of its length, so only its beginning is looked at. */
function cutLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, LIST_SAMPLE).map(cutLists)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cutLists(member)]))
}

function namesOfTypes(): string[] {
  return readdirSync(folder)
    .filter((file) => /^[a-z]+\.[a-z]+\.schema\.json$/.test(file))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort()
}

function readSchema(name: string): Schema {
  return JSON.parse(readFileSync(join(folder, `${name}${SUFFIX}`), 'utf8')) as Schema
}

/** Sources and compiled code lie at different depths under the root that holds schemas/. */
function findFolder(start: string): string {
  const candidate = join(start, 'schemas', 'events')
  if (existsSync(join(candidate, `envelope${SUFFIX}`))) return candidate
  const parent = dirname(start)
  if (parent === start) throw new Error('schemas/events was not found above the services')
  return findFolder(parent)
}

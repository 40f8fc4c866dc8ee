import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { IANAZone } from 'luxon'
import { kinds, type Kind } from './specs.js'

const folder = findFolder(dirname(fileURLToPath(import.meta.url)))
const ajv = createCompiler()
const validators = new Map<Kind, ValidateFunction>(kinds.map((kind) => [kind, ajv.compile(readSchema(fileOf(kind)))]))

/** Errors of the frame of a document, which says what kind of thing it declares under which name. */
export const checkFrame = validatorOf(ajv.compile(readSchema('document')))

/** Puts defaults in place of what is left out, and gives what is wrong. */
export function checkSchema(kind: Kind, spec: unknown): readonly ErrorObject[] {
  return validatorOf(validators.get(kind) as ValidateFunction)(spec)
}

function validatorOf(validate: ValidateFunction): (value: unknown) => readonly ErrorObject[] {
  return (value) => (validate(value) ? [] : (validate.errors ?? []))
}

function createCompiler(): Ajv2020 {
  const compiler = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, verbose: true, useDefaults: true })
  compiler.addFormat('time-zone', { type: 'string', validate: (text: string) => IANAZone.isValidZone(text) })
  compiler.addFormat('time-of-day', { type: 'string', validate: (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text) })
  compiler.addFormat('day', { type: 'string', validate: isDay })
  return compiler
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function fileOf(kind: Kind): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
}

function readSchema(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as AnySchemaObject
}

/** Sources and compiled code lie at different depths under the root that holds schemas/. */
function findFolder(start: string): string {
  const candidate = join(start, 'schemas', 'workspace')
  if (existsSync(join(candidate, 'document.schema.json'))) return candidate
  const parent = dirname(start)
  if (parent === start) throw new Error('schemas/workspace was not found above the services')
  return findFolder(parent)
}

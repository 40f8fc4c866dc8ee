// Writes everything that follows from schemas/. Run it after changing a contract and commit what it wrote.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from '@graphql-codegen/cli'
import { buildASTSchema, Kind, parse, print } from 'graphql'
import { compile } from 'json-schema-to-typescript'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const at = (...parts) => join(root, ...parts)
const scalars = { DateTime: 'string', JSON: 'unknown' }
const typeOptions = { scalars, enumsAsTypes: true, defaultScalarType: 'unknown', useTypeImports: true }
const banner = '// Written by `npm run generate`. Change the schemas instead.\n'

const written = [
  await step('event types', writeEventTypes),
  await step('GraphQL schema', writeGraphqlSchema),
  await step('resolver types', writeResolverTypes),
  await step('typed documents of the dashboard', writeWebDocuments),
  await step('ClickHouse snapshot', () => runBuilt('store/analytics/snapshot-cli.js', 'schemas/clickhouse/snapshot.sql')),
  await step('measure documentation', () => runBuilt('metrics/docs-cli.js')),
].flat()
format(written)

/** Runs one step and returns the files it wrote, to be formatted; a step with nothing to do says so. */
async function step(title, write) {
  const result = await write()
  console.log(typeof result === 'string' ? `- ${title}: ${result}` : `✓ ${title}`)
  return Array.isArray(result) ? result : []
}

function save(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return [path]
}

async function writeEventTypes() {
  const folder = at('schemas', 'events')
  const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const types = readdirSync(folder)
    .filter((file) => /^[a-z]+\.[a-z]+\.schema\.json$/.test(file))
    .map((file) => file.replace('.schema.json', ''))
    .sort()
  if (types.length === 0) throw new Error(`no event schemas in ${folder}`)
  const schemas = Object.fromEntries(types.map((type) => [type, localise(read(`${type}.schema.json`))]))
  const combined = {
    title: 'EventDataByType',
    description: 'The data of each type of event.',
    type: 'object',
    required: types,
    properties: schemas,
    $defs: localise(read('common.schema.json').$defs),
  }
  const source = await compile(combined, 'EventDataByType', {
    additionalProperties: false,
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    format: false,
  })
  const union = `export type EventType =\n${types.map((type) => `  | '${type}'`).join('\n')}\n`
  return save(at('schemas', 'generated', 'events.ts'), `${banner}\n${union}\n${source.trim()}\n`)
}

/** The schema with its references pointing into one document, without what TypeScript cannot say. */
function localise(value) {
  if (Array.isArray(value)) return value.map(localise)
  if (typeof value !== 'object' || value === null) return value
  if (value.$ref) return { $ref: value.$ref.replace('common.schema.json', '') }
  const kept = Object.entries(value).filter(([key]) => !['$id', '$schema', 'anyOf'].includes(key))
  return Object.fromEntries(kept.map(([key, member]) => [key, localise(member)]))
}

function writeGraphqlSchema() {
  const folder = at('schemas', 'graphql')
  const files = readdirSync(folder)
    .filter((file) => /\.(type|api)\.graphql$/.test(file))
    .sort()
  if (files.length === 0) return 'no schemas/graphql/*.type.graphql yet'
  const definitions = files.flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')).definitions)
  const document = { kind: Kind.DOCUMENT, definitions: mergeExtensions(definitions) }
  buildASTSchema(document)
  return save(at('schemas', 'graphql', 'schema.graphql'), `# Written by \`npm run generate\`. Change the parts instead.\n\n${print(document)}\n`)
}

/** Folds `extend type X` into X; the first extension of a type that nobody declares becomes the type. */
function mergeExtensions(definitions) {
  const merged = new Map()
  const declared = definitions.filter((definition) => definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
  for (const definition of [...declared, ...definitions.filter((definition) => !declared.includes(definition))]) {
    const key = definition.name ? `${definition.kind === Kind.DIRECTIVE_DEFINITION ? '@' : ''}${definition.name.value}` : definition.kind
    const known = merged.get(key)
    if (definition.kind !== Kind.OBJECT_TYPE_EXTENSION) {
      if (known) throw new Error(`${key} is declared twice in schemas/graphql`)
      merged.set(key, definition)
      continue
    }
    const base = known ?? { ...definition, kind: Kind.OBJECT_TYPE_DEFINITION, fields: [] }
    merged.set(key, { ...base, fields: [...(base.fields ?? []), ...(definition.fields ?? [])] })
  }
  return [...merged.values()]
}

async function writeResolverTypes() {
  const schema = at('schemas', 'graphql', 'schema.graphql')
  if (!existsSync(schema)) return 'no schema yet'
  const target = at('schemas', 'generated', 'graphql.ts')
  const [file] = await generate(
    {
      schema,
      silent: true,
      generates: { [target]: { plugins: ['typescript', 'typescript-resolvers'], config: typeOptions } },
    },
    false,
  )
  return save(target, banner + file.content)
}

function writeWebDocuments() {
  execFileSync(at('node_modules', '.bin', 'graphql-codegen'), ['--config', 'web/codegen.ts', '--silent'], { cwd: root, stdio: 'inherit' })
  const folder = at('web', 'src', 'generated')
  return readdirSync(folder).map((name) => join(folder, name))
}

/** Calls a built step of the services, which writes its own file. */
function runBuilt(script, output) {
  const path = at('services', 'dist', script)
  if (!existsSync(path)) return `services/dist/${script} is not built`
  execFileSync(process.execPath, [path], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  return output && existsSync(at(output)) ? [at(output)] : []
}

function format(paths) {
  const formattable = paths.filter((path) => /\.(ts|tsx|json|graphql)$/.test(path))
  if (formattable.length > 0) execFileSync(at('node_modules', '.bin', 'oxfmt'), formattable, { cwd: root, stdio: 'inherit' })
}

import { relative } from 'node:path'

const words = {
  files: 'nothing imports this file',
  dependencies: 'a dependency that nothing uses',
  devDependencies: 'a development dependency that nothing uses',
  unlisted: 'a package that package.json does not list',
  unresolved: 'an import that leads nowhere',
  exports: 'an export that nothing imports',
  types: 'an exported type that nothing imports',
  duplicates: 'exported twice',
}

/** What knip found, as one line per problem, with the number of files that it read. */
export default function report({ issues, report: kinds, counters, cwd }) {
  const problems = Object.entries(issues)
    .filter(([kind]) => kinds[kind])
    .flatMap(([kind, byFile]) => Object.values(byFile).flatMap((bySymbol) => Object.values(bySymbol).map((issue) => describe(kind, issue, cwd))))
  console.log(JSON.stringify({ looked: counters.processed, problems: problems.sort() }))
}

function describe(kind, { filePath, symbol, line }, cwd) {
  const place = `${relative(cwd, filePath)}${line ? `:${line}` : ''}`
  const name = kind === 'files' ? '' : ` ${symbol}:`
  return `${place}${name} ${words[kind] ?? kind}`
}

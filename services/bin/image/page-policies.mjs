// Writes nginx's map from each page of the exported dashboard to its content security policy.
// content-security.js is compiled beside this file by web/Dockerfile.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const { contentSecurityPolicy } = await import(new URL('content-security.js', import.meta.url).href)
const folder = process.argv[2]
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
if (pages.length === 0) throw new Error(`There are no pages in ${folder}.`)
console.log("map $uri $page_policy {\n  default \"default-src 'none'; frame-ancestors 'none'\";")
for (const name of pages.sort()) console.log(`  "/${name}" "${contentSecurityPolicy(readFileSync(join(folder, name), 'utf8'))}";`)
console.log('}')

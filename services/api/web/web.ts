import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { contentSecurityPolicy } from './content-security.js'

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Windsock</title>
<p>The dashboard is not built yet. Run <code>npm run build</code> and start again.</p></html>`

/** Serves the exported dashboard: `/release` is release.html, and every page has the policy of its own scripts. */
export async function registerWeb(server: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) {
    server.get('/', (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('content-security-policy', contentSecurityPolicy(notBuilt)).send(notBuilt),
    )
    return
  }
  const policies = readPolicies(directory)
  await server.register(fastifyStatic, {
    root: directory,
    prefix: '/',
    wildcard: true,
    index: ['index.html'],
    redirect: false,
    cacheControl: false,
    // As the build wrote them beside the files.
    preCompressed: true,
    setHeaders(reply, path) {
      const policy = policies.get(path.replace(/\.(br|gz)$/, ''))
      if (policy !== undefined) reply.header('content-security-policy', policy)
      reply.header('cache-control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  for (const page of pageNames(directory)) server.get(`/${page}`, (_request, reply) => reply.sendFile(`${page}.html`))
}

/** Pages by their address. A page has a folder of the same name beside it, for which the plain file server would take it. */
function pageNames(directory: string): string[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.html') && name !== 'index.html')
  return files.map((name) => name.slice(0, -'.html'.length))
}

function readPolicies(directory: string): Map<string, string> {
  const pages = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  return new Map(pages.map((name) => [join(directory, name), contentSecurityPolicy(readFileSync(join(directory, name), 'utf8'))]))
}

/** Built files whose names change with their content. */
function isHashed(path: string): boolean {
  return path.includes('/_next/static/')
}

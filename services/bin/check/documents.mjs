import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Every relative link of every page leads somewhere, and every `npm run` it names is a script. */
export const documentReferences = {
  title: 'references of the documents',
  unit: 'references',
  async look(root) {
    const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts ?? {}
    const found = pages(root).flatMap((page) => referencesOf(root, page, readFileSync(join(root, page), 'utf8'), scripts))
    return { looked: found.length, problems: found.filter(({ problem }) => problem).map(({ page, problem }) => `${page}: ${problem}`) }
  },
}

function pages(root) {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
  return listed.split('\n').filter((path) => path && existsSync(join(root, path)))
}

function referencesOf(root, page, text, scripts) {
  const links = [...withoutCode(text).matchAll(/!?\[[^\]]*\]\(\s*<?([^)\s>]+)[^)]*\)|(?:src|srcset|href)="([^"]+)"/g)].map(
    ([, link, attribute]) => link ?? attribute,
  )
  const named = [...text.matchAll(/npm run (?:--?\w+ )*([\w:-]+)/g)].map(([, script]) => script)
  return [
    ...links.filter((link) => !/^[a-z][a-z+.-]*:/i.test(link)).map((link) => ({ page, problem: problemOfLink(root, page, text, link) })),
    ...named.map((script) => ({ page, problem: Object.hasOwn(scripts, script) ? null : `there is no script "${script}"` })),
  ]
}

function problemOfLink(root, page, text, link) {
  const [path, anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), decodeURIComponent(path))
  if (!existsSync(join(root, target))) return `${link} leads nowhere`
  if (!anchor || !target.endsWith('.md')) return null
  const headings = [...(path === '' ? text : readFileSync(join(root, target), 'utf8')).matchAll(/^#+ (.+)$/gm)].map(([, title]) => anchorOf(title))
  return headings.includes(anchor) ? null : `${link} names a heading that is not there`
}

function withoutCode(text) {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')
}

function anchorOf(title) {
  return title
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')
}

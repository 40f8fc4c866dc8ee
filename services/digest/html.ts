import { Marked } from 'marked'

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;margin:1.5rem;max-width:70rem;color-scheme:light dark}table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid #8886;padding:.3rem .6rem;text-align:left;vertical-align:top;font-variant-numeric:tabular-nums}'

const marked = new Marked({
  gfm: true,
  renderer: {
    // Nothing of the text is markup of HTML, whatever it looks like.
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const inner = this.parser.parseInline(tokens)
      return /^https?:\/\//i.test(href) ? `<a href="${escapeHtml(href)}">${inner}</a>` : inner
    },
  },
})

/** A page for a reader of mail, from the digest's Markdown. It holds no script and loads nothing. */
export function digestHtml(markdown: string, title: string): string {
  const body = marked.parse(markdown, { async: false })
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>
${body}</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}

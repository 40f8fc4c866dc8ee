/** Posts the code by itself in a browser; the button is for browsers without scripts. */
export function signInPage(code: string): string {
  return page(`<form method="post" action="/sign-in">
<input type="hidden" name="code" value="${code.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 100)}">
<p><button type="submit" autofocus>Sign in to Windsock</button></p>
</form>
<script>document.forms[0].requestSubmit()</script>`)
}

export const signInRefusedPage = page(`<h1>This link does not sign in any more</h1>
<p>It was used before or is too old. Start Windsock again for a new one, or ask an administrator.</p>`)

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Windsock</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 32rem; padding: 0 1rem; color-scheme: light dark }
button { font: inherit; padding: 0.5rem 1rem }</style>
</head>
<body>
${body}
</body>
</html>
`
}

#!/usr/bin/env node
import { existsSync } from 'node:fs'

const script = new URL('../dist/cli/main.js', import.meta.url)
if (existsSync(script)) await import(script.href)
else {
  console.error('The command line is not built yet: run it as `npm run windsock -- …` in the checkout, which builds it.')
  process.exitCode = 1
}

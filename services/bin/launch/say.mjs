/** It cannot go on; the message is one sentence for the person who started it. */
export class LaunchError extends Error {}

/** Progress goes to standard error, so that what a command prints can be piped on. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Names a step before it and how long it took after it. */
export async function step(title, work) {
  say(`• ${title} …`)
  const began = Date.now()
  const result = await work()
  say(`✓ ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return result
}

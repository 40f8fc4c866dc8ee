/** One line that is written over on a terminal; elsewhere a line at most every two seconds. */
export function progress(): { tell(line: string): void; done(line: string): void } {
  const isTerminal = process.stderr.isTTY === true
  let lastTold = 0
  return {
    tell(line) {
      if (isTerminal) process.stderr.write(`\r\u001b[K${line}`)
      else if (performance.now() - lastTold > 2000) {
        lastTold = performance.now()
        process.stderr.write(`${line}\n`)
      }
    },
    done(line) {
      process.stderr.write(isTerminal ? `\r\u001b[K${line}\n` : `${line}\n`)
    },
  }
}

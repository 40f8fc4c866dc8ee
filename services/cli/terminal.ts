/** Where a command writes and what it knows of its surroundings. */
export interface Terminal {
  env: Readonly<Record<string, string | undefined>>
  /** The result, which may be piped on. */
  out(line: string): void
  /** Progress and errors. */
  err(line: string): void
  /** A line written over by the next one, on a terminal; nowhere else. */
  progress(line: string): void
  now(): Date
}

export function processTerminal(env: Terminal['env']): Terminal {
  const isTerminal = process.stderr.isTTY === true
  let hasProgress = false
  const clear = () => {
    if (hasProgress) process.stderr.write('\r\u001B[K')
    hasProgress = false
  }
  return {
    env,
    out: (line) => {
      clear()
      process.stdout.write(`${line}\n`)
    },
    err: (line) => {
      clear()
      process.stderr.write(`${line}\n`)
    },
    progress: (line) => {
      if (!isTerminal) return
      clear()
      process.stderr.write(line)
      hasProgress = true
    },
    now: () => new Date(),
  }
}

/** Columns under their titles, as wide as their widest cell. */
export function tableOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = titles.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [titles, ...rows].map(line).join('\n')
}

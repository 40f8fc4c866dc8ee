export type Sample = [name: string, type: 'gauge' | 'counter', help: string, value: number]

/** Prometheus' text format 0.0.4. */
export function toPrometheus(samples: readonly Sample[]): string {
  return samples.map(([name, type, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`).join('')
}

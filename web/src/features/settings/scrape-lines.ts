/** What Prometheus reads the measures by, in its own configuration. */
export function scrapeLines(origin: string): string {
  const { protocol, host } = new URL(origin)
  return `scrape_configs:
  - job_name: windsock-measures
    scheme: ${protocol.slice(0, -1)}
    metrics_path: /metrics/measures
    scrape_interval: 1m
    authorization: { credentials_file: /etc/prometheus/windsock-token }
    static_configs: [{ targets: ['${host}'] }]`
}

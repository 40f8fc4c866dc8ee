/** What the suites start Prometheus with; docs/telemetry.md has the same text. */
export function prometheusConfiguration({ target, windsock, token }: { target: string; windsock: string; token: string }): string {
  return `global: { scrape_interval: 1s }
scrape_configs:
  - job_name: cart
    static_configs: [{ targets: ['${target}'], labels: { environment: production } }]
remote_write:
  - url: ${windsock}/v1/prometheus/write
    authorization: { credentials: '${token}' }
    queue_config: { batch_send_deadline: 1s }
`
}

/** And Alertmanager, whose alerts of one service become incidents. */
export function alertmanagerConfiguration({ windsock, secret }: { windsock: string; secret: string }): string {
  return `route: { receiver: nobody, group_wait: 0s, group_interval: 1s, routes: [{ receiver: windsock, matchers: ['service="payments"'] }] }
receivers:
  - name: nobody
  - name: windsock
    webhook_configs:
      - url: ${windsock}/v1/hooks/alertmanager/main
        send_resolved: true
        http_config: { authorization: { credentials: '${secret}' } }
`
}

import { Agent, request } from 'node:http'

export type Sender = {
  /** Resolves in the status once the whole answer is there, which is not looked at. */
  post(path: string, headers: Record<string, string>, body: string | Buffer): Promise<number>
}

/** Sends over connections that are kept, at a fraction of the processor's time that `fetch` takes: it shares the cores with what it measures. */
export function createSender(url: string): Sender {
  const agent = new Agent({ keepAlive: true })
  return {
    post: (path, headers, body) =>
      new Promise((resolve, reject) => {
        const sent = request(
          `${url}${path}`,
          { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
          (response) => {
            response.once('end', () => resolve(response.statusCode ?? 0)).once('error', reject)
            response.resume()
          },
        )
        sent.once('error', reject)
        sent.end(body)
      }),
  }
}

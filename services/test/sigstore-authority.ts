import { createHash, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bundleToJSON } from '@sigstore/bundle'
import { fulcioHandler, initializeCA, initializeTLog, initializeTSA, rekorHandler, tsaHandler } from '@sigstore/mock'
import { HashAlgorithm, PublicKeyDetails, TrustedRoot } from '@sigstore/protobuf-specs'
import { DSSEBundleBuilder, FulcioSigner, MessageSignatureBundleBuilder, RekorWitness, TSAWitness, type Witness } from '@sigstore/sign'
import { createCertificateLog } from './certificate-log.js'

export interface SigningOptions {
  /** Who signs, as the certificate names it. */
  identity?: string
  issuer?: string
  /** More claims of the identity token, such as repository. */
  claims?: Record<string, string>
  payloadType?: string
  /** Bundle 0.1 and 0.2 carry the whole chain of certificates, 0.3 only the last. */
  chain?: boolean
  timestamp?: boolean
  /** False for an instance that tells the time by its timestamps alone. */
  log?: boolean
}

/** A Sigstore of its own: certificate authority, logs and time, over HTTP, and the root that trusts them. */
export interface SigstoreAuthority {
  trustedRoot: unknown
  signStatement(statement: object | Buffer, options?: SigningOptions): Promise<Record<string, unknown>>
  signArtifact(artifact: Buffer, options?: SigningOptions): Promise<Record<string, unknown>>
  stop(): Promise<void>
}

export const WORKFLOW = 'https://github.com/example-org/payments/.github/workflows/release.yml@refs/heads/main'
export const ISSUER = 'https://token.actions.githubusercontent.com'

/** `certificatesAt` sets the clock of the certificate authority, whose certificates are good for ten minutes. */
export async function startSigstoreAuthority({ certificatesAt }: { certificatesAt?: Date } = {}): Promise<SigstoreAuthority> {
  const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
  const ctlog = createCertificateLog(() => certificatesAt ?? new Date())
  const startedAt = wholeSecond(new Date())
  const ca = await initializeCA(curve('secp384r1'), ctlog, certificatesAt ?? startedAt)
  const tlog = await initializeTLog('https://rekor.example.invalid', curve('prime256v1'))
  // Its own certificates are good from when they are made, which may be in the next second.
  const tsa = await initializeTSA(curve('secp384r1'), new Date(startedAt.getTime() + 5_000))
  const server = await serve([fulcioHandler(ca), rekorHandler(tlog), tsaHandler(tsa)])
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function builderOptions({ identity = WORKFLOW, issuer = ISSUER, claims = {}, timestamp = false, log = true }: SigningOptions) {
    const token = [{ alg: 'none' }, { ...claims, iss: issuer, sub: identity, aud: 'sigstore' }].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    )
    const identityProvider = { getToken: () => Promise.resolve(`${token.join('.')}.none`) }
    const witnesses: Witness[] = log ? [new RekorWitness({ rekorBaseURL: url, entryType: 'intoto' })] : []
    if (timestamp) witnesses.push(new TSAWitness({ tsaBaseURL: url }))
    return { signer: new FulcioSigner({ fulcioBaseURL: url, identityProvider }), witnesses }
  }

  return {
    trustedRoot: trustedRootOf({
      ca: ca.rootCertificate,
      tsa: [tsa.intCertificate, tsa.rootCertificate],
      tlog: tlog.publicKey,
      ctlog: ctlog.publicKey,
      ctlogId: ctlog.logID,
    }),
    async signStatement(statement, options = {}) {
      const data = Buffer.isBuffer(statement) ? statement : Buffer.from(JSON.stringify(statement))
      const builder = new DSSEBundleBuilder({ ...builderOptions(options), certificateChain: options.chain ?? false })
      const bundle = await builder.create({ data, type: options.payloadType ?? 'application/vnd.in-toto+json' })
      return bundleToJSON(bundle) as unknown as Record<string, unknown>
    },
    async signArtifact(artifact, options = {}) {
      const bundle = await new MessageSignatureBundleBuilder(builderOptions(options)).create({ data: artifact })
      return bundleToJSON(bundle) as unknown as Record<string, unknown>
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Sigstore's time authority tells whole seconds; DER drops the zeros at the end of a fraction, which `@sigstore/core` then cannot read. */
function wholeSecond(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000)
}

type Handler = ReturnType<typeof fulcioHandler>

async function serve(handlers: readonly Handler[]): Promise<Server> {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const handler = handlers.find(({ path }) => path === request.url)
    const result = (await handler?.fn(Buffer.concat(chunks).toString('utf8'))) ?? { statusCode: 404, response: '' }
    response.writeHead(result.statusCode, { 'content-type': result.contentType ?? 'text/plain' }).end(result.response)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

interface Parts {
  ca: Buffer
  tsa: Buffer[]
  tlog: Buffer
  ctlog: Buffer
  ctlogId: Buffer
}

function trustedRootOf({ ca, tsa, tlog, ctlog, ctlogId }: Parts): unknown {
  const validFor = { start: new Date('2020-01-01T00:00:00Z'), end: undefined }
  const authority = (certificates: Buffer[]) => ({
    subject: { commonName: 'test', organization: 'test' },
    uri: 'https://ca.example.invalid',
    operator: '',
    certChain: { certificates: certificates.map((rawBytes) => ({ rawBytes })) },
    validFor,
  })
  const log = (publicKey: Buffer, keyId: Buffer) => ({
    baseUrl: 'https://rekor.example.invalid',
    hashAlgorithm: HashAlgorithm.SHA2_256,
    publicKey: { rawBytes: publicKey, keyDetails: PublicKeyDetails.PKIX_ECDSA_P256_SHA_256, validFor },
    logId: { keyId },
    checkpointKeyId: undefined,
    operator: '',
  })
  return TrustedRoot.toJSON({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [log(tlog, createHash('sha256').update(tlog).digest())],
    ctlogs: [log(ctlog, ctlogId)],
    certificateAuthorities: [authority([ca])],
    timestampAuthorities: [authority(tsa)],
  })
}

import type { AttestationTrustInput, AttestationTrustQuery } from '../../generated/graphql.js'
import { request } from '../../lib/graphql-client.js'
import { setTrustDocument } from './queries.js'

export type Trust = AttestationTrustQuery['attestationTrust']

/** What is left out stays as it is. */
export const setTrust = (input: AttestationTrustInput) => request(setTrustDocument, { input })

import * as client from 'openid-client'

/**
 * A single sign-on by OpenID Connect: authorization code with PKCE, state and nonce. The provider is discovered when it is
 * first needed and again after a failure, so one that is down while we start is only down as long as it is.
 */
export type ProviderConfig = {
  issuer: string
  clientId: string
  /** Absent for a public client. */
  clientSecret?: string
  /** Where the provider sends people back to. */
  callback: string
  /** The claim that says who somebody is. */
  claim: string
}

/** What the browser keeps while it is at the provider; each of them is good for this one time. */
export type Kept = { state: string; nonce: string; verifier: string }
export type Claims = Record<string, unknown>
export type Provider = {
  begin(): Promise<{ url: URL; kept: Kept }>
  /** The verified claims out of the address that the provider sent the browser back to. */
  finish(address: URL, kept: Kept): Promise<Claims>
}

/** `down`: it cannot be reached; `refused`: it, or our checking of what it says, did not let the person in. */
export class ProviderError extends Error {
  readonly kind: 'down' | 'refused'
  constructor(kind: 'down' | 'refused', cause: unknown) {
    super(`the single sign-on ${kind === 'down' ? 'cannot be reached' : 'did not complete'}`, { cause })
    this.kind = kind
  }
}

const TIMEOUT_SECONDS = 10

export function openIdProvider(config: ProviderConfig): Provider {
  let found: Promise<client.Configuration> | undefined
  const discovered = async (): Promise<client.Configuration> => {
    found ??= discover(config)
    try {
      return await found
    } catch (error) {
      found = undefined
      throw new ProviderError('down', error)
    }
  }
  return {
    begin: async () => begin(await discovered(), config),
    finish: async (address, kept) => finish(await discovered(), { address, kept, claim: config.claim }),
  }
}

const discover = (config: ProviderConfig): Promise<client.Configuration> =>
  client.discovery(new URL(config.issuer), config.clientId, config.clientSecret, authenticationOf(config), {
    timeout: TIMEOUT_SECONDS,
    execute: isLoopback(config.issuer) ? [client.allowInsecureRequests] : [],
  })

/** Unencrypted only where nobody can listen: between a test and its provider on the same machine. */
const isLoopback = (issuer: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(issuer)

/** By the Authorization header, the standard's default, unless the provider names only other ways. */
function authenticationOf({ clientSecret }: ProviderConfig): client.ClientAuth {
  if (clientSecret === undefined) return client.None()
  const basic = client.ClientSecretBasic(clientSecret)
  const post = client.ClientSecretPost(clientSecret)
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported as string[] | undefined
    return (ways && !ways.includes('client_secret_basic') ? post : basic)(server, ...rest)
  }
}

async function begin(
  server: client.Configuration,
  { callback, claim }: ProviderConfig,
): Promise<{ url: URL; kept: Kept }> {
  const kept = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
  const url = client.buildAuthorizationUrl(server, {
    redirect_uri: callback,
    scope: claim === 'sub' ? 'openid' : claim === 'phone_number' ? 'openid phone' : 'openid profile',
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
    code_challenge_method: 'S256',
  })
  return { url, kept }
}

type Finishing = { address: URL; kept: Kept; claim: string }

async function finish(server: client.Configuration, { address, kept, claim }: Finishing): Promise<Claims> {
  try {
    const tokens = await client.authorizationCodeGrant(server, address, {
      expectedState: kept.state,
      expectedNonce: kept.nonce,
      pkceCodeVerifier: kept.verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('no id token')
    // Providers may leave all but `sub` to the userinfo endpoint.
    return claim in claims
      ? claims
      : { ...(await client.fetchUserInfo(server, tokens.access_token, claims.sub)), ...claims }
  } catch (error) {
    throw new ProviderError(isUnreachable(error) ? 'down' : 'refused', error)
  }
}

/** `fetch` throws a bare TypeError when nobody answers. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TimeoutError' ||
    (error instanceof TypeError && error.message === 'fetch failed') ||
    ('code' in error && error.code === 'OAUTH_TIMEOUT'))

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A real single sign-on on this machine: whoever gives a login is believed, as its development pages do. */
export type LocalProvider = { issuer: string; close(): Promise<void> }
export const CLIENT = { id: 'openpalm', secret: 'a-secret-of-the-test-only-0123456789' }

export async function startProvider(options: {
  callback: string
  port?: number
  phones: Record<string, string>
  unverified?: string[]
}): Promise<LocalProvider> {
  let handle: ReturnType<Provider['callback']> | undefined
  const server = createServer((request, response) => handle?.(request, response))
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  handle = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [options.callback] }],
    claims: { openid: ['sub'], phone: ['phone_number', 'phone_number_verified'] },
    findAccount: (_context, id) =>
      Promise.resolve({
        accountId: id,
        claims: () =>
          Promise.resolve({
            sub: id,
            phone_number: options.phones[id],
            phone_number_verified: !options.unverified?.includes(id),
          }),
      }),
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  }).callback()
  return {
    issuer,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

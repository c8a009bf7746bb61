/** What the tests use of the package oidc-provider, which comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Account = { accountId: string; claims(use: string, scope: string): Promise<Record<string, unknown>> }
  export type Configuration = {
    clients: {
      client_id: string
      client_secret: string
      redirect_uris: string[]
      token_endpoint_auth_method?: string
    }[]
    claims: Record<string, string[]>
    findAccount(context: unknown, id: string): Promise<Account>
    pkce: { required(): boolean }
    cookies: { keys: string[] }
    ttl: Record<string, number>
  }
  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): (request: IncomingMessage, response: ServerResponse) => void
  }
  export default Provider
}

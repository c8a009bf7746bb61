export const SESSION_COOKIE = 'op_session'

/**
 * The session cookie. Lax, since pages opened from a chat or a single sign-on come by a link from elsewhere and must find
 * their session, while a foreign page's POST must not. Max-Age, since the webviews of chat apps drop cookies without one
 * when they close. No Domain, no Partitioned: older webviews refuse what they do not know. Secure wherever it was https.
 */
export function sessionCookie(token: string | null, seconds: number, secure: boolean): string {
  const life = token === null ? 0 : Math.floor(seconds)
  return `${SESSION_COOKIE}=${token ?? ''}; Path=/; Max-Age=${life}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The value of one cookie out of a Cookie header. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || undefined
  }
  return undefined
}

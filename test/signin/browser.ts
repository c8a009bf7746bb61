/** A browser as far as a single sign-on needs one: cookies by origin and path, redirects, forms. */
export class Browser {
  private cookies = new Map<string, { value: string; path: string; attributes: string }>()

  /** Follows redirects until `stop` likes an address or a page comes. */
  async open(
    address: string,
    init: RequestInit = {},
    stop: (url: URL) => boolean = () => false,
  ): Promise<{ url: URL; response: Response }> {
    let url = new URL(address)
    let next: RequestInit = init
    for (let hops = 0; hops < 15; hops++) {
      if (stop(url)) return { url, response: new Response() }
      const response = await fetch(url, {
        ...next,
        redirect: 'manual',
        headers: { ...(next.headers as Record<string, string>), cookie: this.sent(url), 'user-agent': 'a browser' },
      })
      this.keep(url, response)
      const location = response.headers.get('location')
      if (response.status < 300 || response.status >= 400 || location === null) return { url, response }
      url = new URL(location, url)
      next = {}
    }
    throw new Error('too many redirects')
  }

  /** Sends the first form of a page, with its hidden fields. */
  async submit(
    { url, response }: { url: URL; response: Response },
    fields: Record<string, string>,
    stop?: (url: URL) => boolean,
  ): Promise<{ url: URL; response: Response }> {
    const page = await response.text()
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
    if (action === undefined) throw new Error(`no form at ${url.pathname}`)
    const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    )
    const body = new URLSearchParams({ ...(Object.fromEntries(hidden) as Record<string, string>), ...fields })
    return this.open(new URL(action, url).href, { method: 'POST', body }, stop)
  }

  cookie(name: string): { value: string; attributes: string } | undefined {
    return [...this.cookies].find(([key]) => key.endsWith(` ${name}`))?.[1]
  }

  private sent = (url: URL): string =>
    [...this.cookies]
      .filter(([key, { path }]) => key.startsWith(`${url.origin} `) && url.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[1] ?? ''}=${value}`)
      .join('; ')

  private keep(url: URL, response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';')
      const attributes = rest.join(';')
      const [name = '', ...value] = pair.split('=')
      const key = `${url.origin} ${name}`
      const path = /path=([^;]+)/i.exec(attributes)?.[1] ?? '/'
      const gone = /max-age=0\b/i.test(attributes) || /expires=Thu, 01 Jan 1970/i.test(attributes)
      if (gone) this.cookies.delete(key)
      else this.cookies.set(key, { value: value.join('='), path, attributes })
    }
  }
}

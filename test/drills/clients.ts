import { DEMO_PASSWORD } from '../../demo/cast.ts'
import { systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'

/** Somebody with a session, or a stranger; answers are the very bytes. */
export type Client = {
  post(name: string, key: string, body: object): Promise<{ status: number; text: string; cookie: string | undefined }>
}

export const strangerAt = (url: string): Client => clientOf(url, undefined)

const clientOf = (url: string, cookie: string | undefined): Client => ({
  async post(name, key, body) {
    const headers = {
      'content-type': 'application/json',
      'x-openpalm': '1',
      'idempotency-key': key,
      ...(cookie ? { cookie } : {}),
    }
    const response = await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return {
      status: response.status,
      text: await response.text(),
      cookie: response.headers.getSetCookie()[0]?.split(';')[0],
    }
  },
})

const newKey = (): string => uuidv7(systemClock.now())

async function enter(url: string, name: string, body: object): Promise<Client> {
  const { status, text, cookie } = await strangerAt(url).post(name, newKey(), body)
  if (status !== 200) throw new Error(`${name}: ${text}`)
  return clientOf(url, cookie)
}

export const withPassword = (url: string, login: string): Promise<Client> =>
  enter(url, 'signin.password', { login, password: DEMO_PASSWORD })

export async function withCode(url: string, phone: string): Promise<Client> {
  await strangerAt(url).post('signin.sendCode', newKey(), { phone })
  for (let i = 0; i < 100; i++) {
    const letters = (await (await fetch(`${url}/dev/inbox.json`)).json()) as { to: string; text: string }[]
    const code = /\d{6}/.exec(letters.find(({ to }) => to === phone)?.text ?? '')?.[0]
    if (code) return enter(url, 'signin.code', { phone, code })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no code came')
}

import { type APIRequestContext } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { DEMO_PASSWORD } from '../demo/cast.ts'
import { PROJECT } from './gates/tree.ts'

/** A demo city on a temporary folder, for pictures; `stop` leaves nothing of it. */
export async function showCity(): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = 20_000 + (process.pid % 20_000)
  const folder = await mkdtemp(join(tmpdir(), 'openpalm-shown-'))
  const args = ['src/apps/cli/start.ts', '--port', String(port), '--data', folder]
  const env = { ...process.env, DATABASE_URL: '' }
  const server = spawn(process.execPath, args, { cwd: PROJECT, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const stop = async (): Promise<void> => {
    server.kill()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  await until(async () => server.exitCode !== null || (await fetch(`${url}/api/health`)).ok).catch(stop)
  if (server.exitCode !== null) throw new Error('the server did not start')
  return { url, stop }
}

/** Asks again every half second, for two minutes. */
export async function until<T>(ask: () => Promise<T>): Promise<T & {}> {
  for (let times = 0; times < 240; times++) {
    const answer = await ask().catch(() => undefined)
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('waited for two minutes in vain')
}

export async function send(api: APIRequestContext, command: string, data: object): Promise<void> {
  const headers = { 'x-openpalm': '1', 'idempotency-key': uuidv7(systemClock.now()) }
  const answer = await api.post(`/api/${command}`, { data, headers })
  if (!answer.ok()) throw new Error(`${command}: ${await answer.text()}`)
}

export const signIn = (api: APIRequestContext, login: string | null): Promise<void> =>
  send(api, 'signin.password', { login, password: DEMO_PASSWORD })

/** With the code that the inbox shows. */
export async function signInByPhone(api: APIRequestContext, phone: string): Promise<void> {
  await send(api, 'signin.sendCode', { phone })
  const code = await until(async () => {
    const sent = (await (await api.get(`/dev/inbox.json?to=${phone}`)).json()) as { text: string }[]
    return sent.flatMap(({ text }) => /\b\d{6}\b/.exec(text) ?? [])[0]
  })
  await send(api, 'signin.code', { phone, code })
}

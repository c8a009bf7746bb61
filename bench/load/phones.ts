import { connect, type Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { uuidv7 } from '#kernel/ids.ts'

/**
 * Workers' phones in the morning, in a process of its own: each signs in, makes itself known and takes its day along, over a
 * line of its own that is slow both in answering and in bytes. Each has an address of its own, as phones do.
 */
export type Morning = {
  origin: string
  logins: string[]
  password: string
  now: number
  bytesPerSecond: number
  delayMs: number
}
export type Phoned = {
  signIn: number[]
  first: number[]
  whole: number[]
  bytes: number[]
  again: number[]
  refused: string[]
}
type Answer = { status: number; head: string; body: string; bytes: number }

class SlowLine {
  readonly #morning: Morning
  readonly #address: string
  constructor(morning: Morning, no: number) {
    this.#morning = morning
    this.#address = `127.${10 + Math.floor(no / 60_000)}.${Math.floor(no / 250) % 240}.${1 + (no % 250)}`
  }

  /** A connection a request: phones that have just woken up have none. */
  async send(path: string, headers: Record<string, string>, body: object): Promise<Answer> {
    const { origin, delayMs, bytesPerSecond } = this.#morning
    const { port, host } = new URL(origin)
    await pause(2 * delayMs)
    const text = JSON.stringify(body)
    const all = { host, 'content-type': 'application/json', 'x-openpalm': '1', connection: 'close', ...headers }
    const lines = Object.entries({ ...all, 'content-length': String(Buffer.byteLength(text)) }).map(
      ([k, v]) => `${k}: ${v}\r\n`,
    )
    const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress: this.#address })
    socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`)
    const bytes = await slowly(socket, bytesPerSecond)
    return parsed(bytes)
  }
}

async function slowly(socket: Socket, bytesPerSecond: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of socket as AsyncIterable<Buffer>) {
    parts.push(part)
    await pause((1000 * part.length) / bytesPerSecond)
  }
  return Buffer.concat(parts)
}

function parsed(bytes: Buffer): Answer {
  const end = bytes.indexOf('\r\n\r\n')
  const head = bytes.toString('latin1', 0, end)
  const body = bytes.subarray(end + 4)
  const zipped = /content-encoding: gzip/i.test(head)
  const plain = /transfer-encoding: chunked/i.test(head) ? unchunked(body) : body
  return {
    status: Number(head.slice(9, 12)),
    head,
    bytes: bytes.length,
    body: (zipped ? gunzipSync(plain) : plain).toString(),
  }
}

function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length;) {
    const line = body.indexOf('\r\n', at)
    const length = Number.parseInt(body.toString('latin1', at, line), 16)
    if (!length) break
    parts.push(body.subarray(line + 2, line + 2 + length))
    at = line + 4 + length
  }
  return Buffer.concat(parts)
}

async function wakeUp(morning: Morning, no: number, done: Phoned): Promise<void> {
  const line = new SlowLine(morning, no)
  const key = () => ({ 'idempotency-key': uuidv7(morning.now) })
  const began = performance.now()
  const since = () => performance.now() - began
  const signed = await line.send('/api/signin.password', key(), {
    login: morning.logins[no],
    password: morning.password,
  })
  const cookie = /set-cookie: (op_session=[^;]+)/i.exec(signed.head)?.[1] ?? ''
  if (signed.status !== 200) return void done.refused.push(`${signed.status} ${signed.body.slice(0, 200)}`)
  done.signIn.push(since())
  const device = uuidv7(morning.now)
  await line.send('/api/sync.register', { ...key(), cookie }, { device, token: 'T'.repeat(40), name: 'phone' })
  const tags: string[] = []
  let bytes = 0
  const take = async (have: string) => {
    for (let part = 0, parts = 1; part < parts; part++) {
      const got = await line.send('/api/sync.bundle', { cookie, 'accept-encoding': 'gzip' }, { device, part, have })
      if (got.status !== 200) return void done.refused.push(`${got.status} ${got.body.slice(0, 200)}`)
      const answer = JSON.parse(got.body) as { parts: number; entries: { tag: string }[] }
      tags.push(...answer.entries.map(({ tag }) => tag))
      bytes += got.bytes
      ;({ parts } = answer)
      if (part === 0 && have === '') done.first.push(since())
    }
  }
  await take('')
  done.whole.push(since())
  done.bytes.push(bytes)
  bytes = 0
  await take([...new Set(tags)].join(''))
  done.again.push(bytes)
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

async function answer(morning: Morning): Promise<void> {
  const done: Phoned = { signIn: [], first: [], whole: [], bytes: [], again: [], refused: [] }
  await Promise.all(
    morning.logins.map((_login, no) => wakeUp(morning, no, done).catch((error) => done.refused.push(String(error)))),
  )
  process.send?.(done)
}

process.on('message', (morning: Morning) => void answer(morning))

import { connect, type Socket } from 'node:net'

/**
 * One keep-alive connection, one request at a time; just enough HTTP/1.1 for servers that state the length of their answers.
 * The generator shares two cores with what it measures, so it must cost little.
 */
export type Request = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }
export type Reply = { status: number; head: string; body: string }

export class Wire {
  readonly #socket: Socket
  readonly #host: string
  #received: Buffer = Buffer.alloc(0)
  #waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined

  private constructor(socket: Socket, host: string) {
    this.#socket = socket
    this.#host = host
    socket.setNoDelay(true)
    socket.on('data', (bytes: Buffer) => this.#take(bytes))
    const gone = (error?: Error): void => this.#waiting?.reject(error ?? new Error('the server closed the connection'))
    socket.on('error', gone)
    socket.on('close', () => gone())
  }

  static open(origin: string): Promise<Wire> {
    const { hostname, port, host } = new URL(origin)
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new Wire(socket, host)))
      socket.once('error', reject)
    })
  }

  send({ method, path, headers = {}, body }: Request): Promise<Reply> {
    const length =
      body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
    const more = Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${more}${length}\r\n${body ?? ''}`)
    })
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #take(bytes: Buffer): void {
    this.#received = this.#received.length > 0 ? Buffer.concat([this.#received, bytes]) : bytes
    const end = this.#received.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#received.toString('latin1', 0, end)
    const from = end + 4
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (this.#received.length < from + length) return
    const reply = {
      status: Number(head.slice(9, 12)),
      head,
      body: this.#received.toString('utf8', from, from + length),
    }
    this.#received = this.#received.subarray(from + length)
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve(reply)
  }
}

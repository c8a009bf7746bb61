import type { FastifyInstance, InjectOptions } from 'fastify'
import { cast, DEMO_PASSWORD, STAGE } from '../../demo/cast.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { buildServer, type ServerOptions } from '#apps/server/server.ts'
import { type CastName, type House, openHouse } from '#test/city/house.ts'

export const SECRET = 'a1B2c3D4e5F6g7H8'

/** The house behind its HTTP server, and how one knocks. */
export type Door = Awaited<ReturnType<typeof openDoor>>
type Headers = Record<string, string>

export async function openDoor(options: ServerOptions = {}) {
  const house = await openHouse()
  const app = await buildServer(house.p, { perMinute: 1e6, ...options })
  const newKey = () => uuidv7(house.clock.now())
  const write = (headers: Headers = {}): Headers => ({ 'x-openpalm': '1', 'idempotency-key': newKey(), ...headers })
  const post = (name: string, payload: InjectOptions['payload'], headers: Headers = {}) =>
    app.inject({ method: 'POST', url: `/api/${name}`, headers: write(headers), payload: payload ?? {} })
  return {
    house,
    app,
    newKey,
    post,
    get: (url: string, headers: Headers = {}) => app.inject({ method: 'GET', url, headers }),
    put: (url: string, payload: Buffer, headers: Headers = {}) =>
      app.inject({
        method: 'PUT',
        url,
        headers: { 'x-openpalm': '1', 'content-type': 'image/jpeg', ...headers },
        payload,
      }),
    signIn: async (who: CastName, headers: Headers = {}) => {
      const answer = await post('signin.password', { login: cast[who].login, password: DEMO_PASSWORD }, headers)
      return {
        line: String(answer.headers['set-cookie']),
        cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '',
      }
    },
    report: async (more: object = {}, headers: Headers = {}) => {
      const id = newKey()
      const answer = await post(
        'cases.report',
        {
          id,
          secret: SECRET,
          channel: 'town',
          kind: '01-07',
          description: '工地拖欠工资三个月',
          place: STAGE.grid,
          ...more,
        },
        headers,
      )
      return { id, answer }
    },
    close: () => closeDoor(app, house),
  }
}

async function closeDoor(app: FastifyInstance, house: House): Promise<void> {
  await app.close()
  await house.close()
}

import type { z } from 'zod'
import { cast, DEMO_PASSWORD } from '../../demo/cast.ts'
import { ask } from '#kernel/ask.ts'
import { ANONYMOUS } from '#kernel/authorise.ts'
import type { Command, OutputOf, Query } from '#kernel/contract.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { actorOf } from '#modules/signin/api.ts'
import type { PersonId } from '#modules/people/contract.ts'
import type { PostId } from '#modules/posts/contract.ts'
import { withPassword } from '#modules/signin/contract.ts'
import { type CastName, openHouse } from '#test/city/house.ts'

export const PASSWORD = DEMO_PASSWORD
export const personOf = (who: CastName): PersonId => cast[who].id as PersonId
export const phoneOf = (who: CastName): string => cast[who].phone
export const loginOf = (who: CastName): string => cast[who].login ?? cast[who].phone

type From = { token?: string; address?: string; key?: string }
export type Sent<O> = { answer: O; token: string | undefined; seconds: number | undefined }

/** The house, entered by the door: who sends is known by a token alone. */
export async function openStage() {
  const house = await openHouse()
  const { p, rows } = house
  const send = <C extends Command>(command: C, input: z.input<C['input']>, from: From = {}) =>
    sendTo(p, command, input, from)
  return {
    ...house,
    send,
    ask: async <Q extends Query>(query: Q, input: z.input<Q['input']>, token?: string): Promise<OutputOf<Q>> =>
      (await ask(p, (await actorOf(p, token))?.actor ?? ANONYMOUS, query.name, input, house.key())) as OutputOf<Q>,
    signIn: async (who: CastName, password = PASSWORD, { code, ...from }: From & { code?: string } = {}) => {
      const { answer, token, seconds } = await send(withPassword, { login: loginOf(who), password, code }, from)
      return { me: answer.me, token: token ?? '', seconds }
    },
    postAt: async (who: CastName, place: string): Promise<PostId> => {
      const [row] = await rows<{ id: PostId }>(
        `select id from posts.pub_post where person = '${personOf(who)}' and place = '${place}'`,
      )
      if (!row) throw new Error(`${who} holds no post at ${place}`)
      return row.id
    },
    endPost: (who: CastName, place: string) =>
      rows(
        `update posts.post set held = daterange(lower(held), '2026-09-01') where person = '${personOf(who)}' and place = '${place}'`,
      ),
    sharePhone: (one: CastName, other: CastName) =>
      rows(`update people.person set phone = '${phoneOf(one)}' where id = '${personOf(other)}'`),
  }
}
export type Stage = Awaited<ReturnType<typeof openStage>>

async function sendTo<C extends Command>(
  p: Platform,
  command: C,
  input: z.input<C['input']>,
  from: From,
): Promise<Sent<OutputOf<C>>> {
  const key = from.key ?? uuidv7(p.clock.now())
  const cookie: { token?: string; seconds?: number } = {}
  const answer = await run(p, (await actorOf(p, from.token))?.actor ?? ANONYMOUS, command.name, input, {
    key,
    request: key,
    client: { address: from.address ?? '10.0.0.1', agent: 'vitest', secure: true },
    setSession: (token, seconds) => void Object.assign(cookie, { token: token ?? '', seconds }),
  })
  return { answer: answer as OutputOf<C>, token: cookie.token, seconds: cookie.seconds }
}

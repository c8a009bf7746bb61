import { z } from 'zod'
import { answer } from '#kernel/ask.ts'
import { command, event, query } from '#kernel/contract.ts'
import { refuse } from '#kernel/errors.ts'
import { lever } from '#kernel/levers.ts'
import { handler, tokenOf } from '#kernel/pipeline.ts'
import type { ReactionContext } from '#kernel/platform.ts'
import type { Slice } from '#kernel/slice.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** The smallest slice there can be: a sum that is added to, and what is told of it. */
const Id = z.string().uuid()
export const addSum = command('sums.add', {
  input: z.object({
    id: Id,
    place: z.string(),
    organ: Id.nullable().default(null),
    person: Id.nullable().default(null),
    post: Id.nullable().default(null),
    secret: z.string().optional(),
    amount: z.number().int(),
  }),
  output: z.object({ amount: z.number() }),
  doc: 'Adds to a sum; refuses more than 100 at once.',
})
export const listSums = query('sums.list', {
  input: z.object({ secret: z.string().optional() }),
  output: z.object({ rows: z.array(z.object({ id: z.string(), place: z.string(), amount: z.number() })) }),
  doc: 'The sums that the asking one may see.',
})
export const sumChanged = event('sums.changed', z.object({ key: z.string(), amount: z.number() }))
export const most = lever('sums.most', 100, z.number(), 'the most that may be added at once')

type Sum = z.infer<typeof addSum.input>

const findSum = async (tx: Tx, id: string): Promise<{ amount: number } | undefined> => {
  const [row] = await sql(tx)<{ amount: number }[]>`select amount from sums.sum where id = ${id} for update`
  return row
}

const save = async (tx: Tx, sum: Sum): Promise<number> => {
  const [row] = await sql(tx)<{ amount: number }[]>`
    insert into sums.sum (id, place, organ, person, post, token, amount)
    values (${sum.id}, ${sum.place}, ${sum.organ}, ${sum.person}, ${sum.post}, ${tokenOf(sum.secret) || null}, ${sum.amount})
    on conflict (id) do update set amount = sums.sum.amount + excluded.amount returning amount`
  return row?.amount ?? refuse('internal')
}

const add = handler(addSum, {
  load: (ctx, { id }) => findSum(ctx.tx, id),
  allow: {
    permission: 'sums.add',
    where: (_found, { place, organ, person, post, secret, id }) => ({
      place,
      organ,
      person,
      post,
      token: tokenOf(secret) || null,
      subject: id,
    }),
  },
  purpose: 'adding',
  secret: ({ secret }) => secret,
  async handle(ctx, sum) {
    if (sum.amount > (await ctx.lever(most, sum.place))) refuse('conflict', { amount: sum.amount })
    const amount = await save(ctx.tx, sum)
    ctx.emit(sumChanged, sum.id, sum.place, { key: sum.id, amount })
    ctx.concerns(sum.person)
    return { amount }
  },
})

const list = answer(listSums, {
  permission: 'sums.list',
  purpose: 'looking',
  secret: ({ secret }) => secret,
  // On purpose without a scope of its own: what comes back is what row-level security lets through.
  async run(ctx) {
    const rows = await sql(ctx.tx)<{ id: string; place: string; person: string | null; amount: number }[]>`
      select id, place, person, amount from sums.sum order by place, id`
    ctx.saw(
      rows.map(({ person }) => person),
      { fields: 'amount' },
    )
    return { rows: rows.map(({ id, place, amount }) => ({ id, place, amount })) }
  },
})

export const tell = async (ctx: ReactionContext, { key, amount }: { key: string; amount: number }): Promise<void> =>
  void (await sql(ctx.tx)`insert into sums.told (key, amount) values (${key}, ${amount})`)

const REACHING = {
  township_room: 'place',
  department_officer: 'organ',
  city_command: 'place',
  resident: 'self',
  anonymous: 'secret',
  operator: 'any',
} as const

export const sums: Slice = {
  name: 'sums',
  handlers: [add],
  answers: [list],
  grants: { 'sums.add': REACHING, 'sums.list': REACHING },
  reactions: [[sumChanged.name, tell]],
  levers: [most as never],
  protects: [
    {
      table: 'sums.sum',
      permissions: ['sums.list'],
      place: 'place',
      organ: 'organ',
      person: 'person',
      post: 'post',
      token: 'token',
    },
  ],
  retention: { 'sums.sum': { keep: '1 days', why: 'a test' }, 'sums.told': { keep: '1 days', why: 'a test' } },
  migrations: new URL('./migrations/', import.meta.url),
}

import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '#kernel/pipeline.ts'
import { ANONYMOUS } from '#kernel/authorise.ts'
import { openSecret } from '#modules/people/api.ts'
import { loginOf, openStage, PASSWORD, personOf, type Stage } from '#test/signin/stage.ts'
import {
  changePassword,
  finishSecondFactor,
  sendCode,
  setPassword,
  startSecondFactor,
  withCode,
  withPassword,
  withProvider,
} from './contract.ts'
import { codeAt, stepAt } from './totp.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const PHONE = '13812340000'
const NEXT = 'seven loud bamboo hills'

/** Everything the kernel wrote down, as text. */
const written = async (): Promise<string> => {
  const tables = ['kernel.record', 'kernel.command', 'kernel.outbox']
  const all = await Promise.all(tables.map((table) => stage.rows(`select t::text from ${table} t`)))
  return JSON.stringify(all) + stage.logged.join('\n')
}

it('writes no password, code, token or secret into the record, the answers, the outbox or the log', async () => {
  const { token: first } = await stage.send(withPassword, { login: loginOf('yuXuewen'), password: PASSWORD })
  const token = first ?? ''
  await stage.send(changePassword, { current: PASSWORD, next: NEXT }, { token })
  const { answer: factor } = await stage.send(startSecondFactor, {}, { token })
  const [row] = await stage.rows<{ secret: Uint8Array }>('select secret from signin.second_factor')
  const step = stepAt(stage.clock.now())
  const totp = codeAt(openSecret(personOf('yuXuewen'), 'second factor', row?.secret ?? new Uint8Array()), step)
  await stage.send(finishSecondFactor, { code: totp }, { token })
  await stage.send(withPassword, { login: loginOf('yuXuewen'), password: 'a wrong secret' }).catch(() => {})
  const admin = await stage.send(withPassword, { login: loginOf('wuKai'), password: PASSWORD })
  await stage.send(
    setPassword,
    { person: personOf('fangXiaoyan'), password: 'nine grey river herons' },
    { token: admin.token ?? '' },
  )
  await stage.send(sendCode, { phone: PHONE })
  const beforeRelay = await written()
  await stage.relay()
  const letter = stage.inbox.list().find((one) => one.to === PHONE)
  const code = /\d{6}/.exec(letter?.text ?? '')?.[0] ?? 'none'
  const resident = await stage.send(withCode, { phone: PHONE, code })
  const afterwards = await written()
  for (const secret of [
    PASSWORD,
    NEXT,
    'a wrong secret',
    'nine grey river herons',
    token,
    resident.token ?? '',
    factor.secret,
    totp,
    PHONE,
  ])
    for (const text of [beforeRelay, afterwards]) expect(text).not.toContain(secret)
  expect(letter).toBeDefined()
  expect(afterwards).toContain('signin.password')
})

it('keeps no digest of what a password could be guessed from', async () => {
  expect(await stage.rows(`select distinct name from kernel.command order by name`)).toEqual([
    { name: 'signin.sendCode' },
  ])
})

it('writes codes and tokens into its own tables only as hashes', async () => {
  const rows = await stage.rows<{ hash: string }>('select hash from signin.code where hash is not null')
  for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  const [session] = await stage.rows<{ length: number }>('select length(token_hash) as length from signin.session')
  expect(session?.length).toBe(32)
})

it('notes whose sign-in it was, and each refusal', async () => {
  const done = await stage.rows(
    `select actor_kind, about from kernel.record where name = 'signin.password' and outcome = 'done' order by seq limit 1`,
  )
  expect(done).toEqual([{ actor_kind: 'anonymous', about: personOf('yuXuewen') }])
  const refused = await stage.rows(
    `select about, detail from kernel.record where name = 'signin.password' and outcome = 'wrong_credentials'`,
  )
  expect(refused).toEqual([{ about: null, detail: {} }])
})

it('lets nobody but the server say that a single sign-on vouched for somebody', async () => {
  await expect(stage.send(withProvider, { claim: 'sub', value: 'zhou' })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
  const { token } = await stage.send(
    withPassword,
    { login: loginOf('wuKai'), password: PASSWORD },
    { address: '10.0.0.2' },
  )
  await expect(stage.send(withProvider, { claim: 'sub', value: 'zhou' }, { token: token ?? '' })).rejects.toMatchObject(
    { code: 'forbidden' },
  )
})

it('goes on under row-level security after counting a try', async () => {
  const key = '01990000-0000-7000-8000-000000000001'
  const grants = stage.p.slices.handlers.get('signin.password')
  if (!grants) throw new Error('no handler')
  const roles: unknown[] = []
  const watched = {
    ...stage.p,
    slices: {
      ...stage.p.slices,
      handlers: new Map([
        [
          'signin.password',
          {
            ...grants,
            handle: async (...given: Parameters<typeof grants.handle>) => {
              const { sql } = await import('#kernel/sql.ts')
              roles.push(
                ...(await sql(
                  given[0].tx,
                )`select current_user as who, current_setting('app.hi') as hi, current_setting('app.lo') as lo`),
              )
              return grants.handle(...given)
            },
          },
        ],
      ]),
    },
  }
  await run(
    watched,
    ANONYMOUS,
    'signin.password',
    { login: loginOf('wuKai'), password: PASSWORD },
    { key, request: key },
  )
  expect(roles).toEqual([{ who: 'openpalm_app', hi: '~', lo: '' }])
})

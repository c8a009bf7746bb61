import { type Actor, ANONYMOUS, SYSTEM, WHOLE } from '#kernel/authorise.ts'
import { inScope } from '#kernel/db.ts'
import { dayOf } from '#kernel/clock.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { held } from '#modules/fields/api.ts'
import type { Value } from '#modules/fields/contract.ts'
import { contestValue, decideContest, suspect } from '#modules/fields/contract-contests.ts'
import { householdsIn } from '#modules/homes/api.ts'
import { roster } from '#modules/posts/api.ts'
import { cast, STAGE } from './cast.ts'
import { makeIds } from './random.ts'

type Said = { field: string; says: Value | null; why: string; decision?: 'accepted' | 'refused'; answer?: string }

/** What people of the village say is wrong: most of it waits, two have been answered. */
const SAID: Said[] = [
  { field: 'household.atHome', says: 3, why: '儿子今年回村办厂，常年在家' },
  { field: 'household.mainIncome', says: 'business', why: '去年起开了农家乐' },
  {
    field: 'household.poultry',
    says: 0,
    why: '鸡已经不养了',
    decision: 'accepted',
    answer: '网格员上门看过，已按您说的改正',
  },
  { field: 'dwelling.area', says: null, why: '和不动产权证上的面积不一样' },
  {
    field: 'household.fuel',
    says: 'electric',
    why: '家里装了电磁灶',
    decision: 'refused',
    answer: '上门看过，平时做饭还用瓶装气，先按安全检查的口径登记',
  },
  { field: 'household.arable', says: 1.2, why: '流转出去的那块也算进去了' },
  { field: 'household.contactTime', says: 'noon', why: '晚上要上夜班' },
]

const resident = (person: string): Actor => ({ ...ANONYMOUS, kind: 'resident', role: 'resident', person })

export async function loadContests(p: Platform, now: number): Promise<void> {
  const nextId = makeIds('contests')
  const send = (actor: Actor, name: string, input: object) => {
    const key = nextId()
    return run(p, actor, name, input, { key, request: key })
  }
  const found = await inScope(p.db, WHOLE, (tx) => householdsIn(tx, STAGE.village, { day: dayOf(now), limit: 400 }))
  const homes = found.toSorted((a, b) => Number(isShown(b.head)) - Number(isShown(a.head)))
  const judge = await judgeOf(p)
  for (const said of SAID) {
    const home = await takeWith(p, homes, said.field, now)
    if (!home) continue
    const id = nextId()
    const kind = said.field.startsWith('dwelling') ? 'dwelling' : 'household'
    const subject = kind === 'dwelling' ? home.dwelling : home.id
    const { field, says, why } = said
    await send(resident(home.head ?? ''), contestValue.name, { id, subjectKind: kind, subject, field, says, why })
    if (said.decision && judge)
      await send(judge, decideContest.name, {
        id,
        decision: said.decision,
        reason: '请网格员上门核对',
        answer: said.answer,
      })
  }
  await send(SYSTEM, suspect.name, { place: STAGE.township, day: dayOf(now) })
}

/** Whoever signs in as the resident of the stage finds something of his own. */
const isShown = (head: string | null): boolean => head === cast.wangJianping.id

type Home = Awaited<ReturnType<typeof householdsIn>>[number]
/** The next household of which the datum is held; each contests once. */
async function takeWith(p: Platform, homes: Home[], field: string, now: number): Promise<Home | undefined> {
  const refs = homes.flatMap(({ id, dwelling }) => [
    { kind: 'household' as const, subject: id },
    { kind: 'dwelling' as const, subject: dwelling },
  ])
  const there = await inScope(p.db, WHOLE, (tx) => held({ tx, now, platform: p }, refs, [field]))
  const known = new Set(there.map(({ subject }) => subject))
  const at = homes.findIndex(({ id, dwelling, head }) => head !== null && (known.has(id) || known.has(dwelling)))
  return at < 0 ? undefined : homes.splice(at, 1)[0]
}

/** On duty in the command room of the township. */
async function judgeOf(p: Platform): Promise<Actor | undefined> {
  const holder = (await roster(p)).at(STAGE.township).find(({ person }) => person === cast.fangXiaoyan.id)
  if (!holder) return undefined
  const { role, person, post, organ, place } = holder
  return { kind: 'staff', role, person, post, organ, place, session: null }
}

import { asOwner } from '#kernel/db.ts'
import type { Actor } from '#kernel/authorise.ts'
import { DAY_MS, dayOf, HOUR_MS, instant } from '#kernel/clock.ts'
import { keyOf } from '#kernel/jobs.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { type HouseholdHeld, householdOf, householdsIn, membersOf } from '#modules/homes/api.ts'
import { addDwelling, moveIn } from '#modules/homes/contract.ts'
import { type Holder, type Roster, roster } from '#modules/posts/api.ts'
import { seedVisits, type VisitSeed, type VisitsSeed } from '#modules/visits/api.ts'
import { recordVisit } from '#modules/visits/contract.ts'
import { cast, STAGE } from './cast.ts'
import { HIGHLAND, highland } from './highland.ts'
import { loadTuesdays } from './load-tuesdays.ts'
import { FIELD_DAY_RULE, TOLD, TOLD_UP_THERE, type Told } from './visits.ts'

const id = (what: string): string => keyOf(`demo visits ${what}`)
type City = { p: Platform; tx: Tx; posts: Roster; now: number }

/** 余东村, and 浙源里村 in the mountains, as they look on a working day: what was said at its doors, what was promised, who goes down on Tuesday. */
export async function loadVisits(p: Platform, now: number): Promise<void> {
  const posts = await roster(p)
  await asOwner(p.db, async (tx) => seedVisits(tx, await seedOf({ p, tx, posts, now }), now))
  await newFamily(p, posts, now)
  await visitToday(p, posts, now)
}

async function seedOf(city: City): Promise<VisitsSeed> {
  const { posts, now } = city
  const worker = holderOf(posts, cast.yuXuewen.id)
  const of = (who: string) => householdOf(city.tx, who, dayOf(now))
  const [wang, granny] = [await of(cast.wangJianping.id), await of(cast.zhengGuixiang.id)]
  return {
    fieldDays: [
      {
        id: id('rule'),
        place: STAGE.city,
        weekday: 2,
        from: '2018-05-01',
        until: null,
        rule: FIELD_DAY_RULE,
        post: null,
      },
    ],
    visits: [
      ...(await visitsOf(city, {
        told: TOLD,
        worker,
        grid: STAGE.grid,
        series: '',
        at: { 0: wang?.household, 2: granny?.household },
      })),
      ...(await visitsUpThere(city)),
    ],
    requests: wang ? [wishOf(wang, now)] : [],
    mandates: granny ? [mandateOf(granny, worker, now)] : [],
    ...(await loadTuesdays(city)),
  }
}

async function visitsUpThere(city: City): Promise<VisitSeed[]> {
  const worker = city.posts.at(HIGHLAND.grid).find(({ person }) => person === highland.lanYing.id)
  if (!worker) return []
  return visitsOf(city, { told: TOLD_UP_THERE, worker, grid: HIGHLAND.grid, series: 'highland ', at: {} })
}

/** `at`: households of the cast, for whom it matters what was said where. */
type Round = {
  told: readonly Told[]
  worker: Holder
  grid: string
  series: string
  at: Record<number, string | undefined>
}
async function visitsOf({ tx, now }: City, { told: all, worker, grid, series, at }: Round): Promise<VisitSeed[]> {
  const found = await householdsIn(tx, grid, { day: dayOf(now), limit: 40 })
  const households = found.filter(({ head }) => head)
  const told = all.flatMap((one, i): [Told, HouseholdHeld][] => {
    const household = households.find((each) => each.id === at[i]) ?? households[i + 3]
    return household ? [[one, household]] : []
  })
  const ids = told.map(([, household]) => household.id)
  const members = Map.groupBy(await membersOf(tx, ids, dayOf(now)), ({ household }) => household)
  return told.map(([one, household], no) => {
    const there = (members.get(household.id) ?? []).map(({ person }) => person)
    return visitOf(one, household, { no, series, worker, now, members: there })
  })
}

type Home = { household: string; place: string }
const wishOf = ({ household, place }: Home, now: number) => ({
  id: id('wish'),
  person: cast.wangJianping.id,
  household,
  place,
  text: '想请人看看屋后那段土坡，下雨掉石头',
  now: now - DAY_MS,
  mandate: null,
})

const mandateOf = ({ place }: Home, worker: Holder, now: number) => ({
  id: id('mandate'),
  principal: cast.zhengGuixiang.id,
  proxy: cast.yuWeidong.id,
  place,
  matters: ['see', 'ask', 'promises'],
  from: dayOf(now - 20 * DAY_MS),
  until: dayOf(now + 160 * DAY_MS),
  way: 'paper' as const,
  witness: worker.post,
})

function holderOf(posts: Roster, person: string): Holder {
  const found = posts.all().find((holder) => holder.person === person)
  if (!found) throw new Error(`nobody of the cast holds the post of ${person}`)
  return found
}

type Making = { no: number; series: string; worker: Holder; now: number; members: string[] }
function visitOf(told: Told, household: HouseholdHeld, { no, series, worker, now, members }: Making): VisitSeed {
  return {
    id: id(`${series}visit ${no}`),
    household: household.id,
    place: household.place,
    address: [household.address, household.door].filter(Boolean).join(' '),
    post: worker.post,
    person: worker.person,
    at: instant(now - told.days * DAY_MS - (no % 3) * HOUR_MS),
    outcome: told.outcome ?? 'talked',
    again: told.outcome ? dayOf(now) : null,
    members,
    notes: told.notes.map((text, i) => ({ id: id(`${series}note ${no} ${i}`), text })),
    promises: (told.promises ?? []).map((one, i) => ({
      id: id(`${series}promise ${no} ${i}`),
      text: one.text,
      due: dayOf(now + one.due * DAY_MS),
      state: one.state,
      reason: one.reason ?? null,
    })),
  }
}

// ---- by the road: what happened today ----------------------------------------------------------------------------------

const actorOf = ({ person, post, role, place, organ }: Holder): Actor => ({
  kind: 'staff',
  role,
  person,
  post,
  organ,
  place,
  session: null,
})
async function send(p: Platform, by: Holder, name: string, input: object, what: string): Promise<void> {
  const key = id(what)
  await run(p, actorOf(by), name, input, { key, request: key })
}

/** A young couple from Guizhou who rent the empty house at the end of the lane, with a child of five. */
async function newFamily(p: Platform, posts: Roster, now: number): Promise<void> {
  const worker = holderOf(posts, cast.yuXuewen.id)
  const day = dayOf(now - 4 * DAY_MS)
  const dwelling = id('new dwelling')
  await send(
    p,
    worker,
    addDwelling.name,
    { id: dwelling, place: STAGE.grid, address: '余东村山塘弄', door: '16号', kind: 'house', day },
    'add dwelling',
  )
  const member = (who: string, relation: string, resident: object) => ({
    id: id(`member ${who}`),
    relation,
    residence: 'rent',
    resident: { id: id(`person ${who}`), ...resident },
  })
  const members = [
    member('father', 'head', { name: '杨正强', sex: 'male', born: '1993-04-12', phone: '15505709801' }),
    member('mother', 'spouse', { name: '陆小芬', sex: 'female', born: '1995-09-30', phone: '15505709802' }),
    member('child', 'child', { name: '杨乐乐', sex: 'female', born: '2021-06-01' }),
  ]
  await send(p, worker, moveIn.name, { household: id('new household'), dwelling, members, day }, 'move in')
}

/** One visit of this morning, with a case on behalf of the household. */
async function visitToday(p: Platform, posts: Roster, now: number): Promise<void> {
  const worker = holderOf(posts, cast.yuXuewen.id)
  const [household, head] = await asOwner(p.db, async (tx) => {
    const found = (await householdsIn(tx, STAGE.grid, { day: dayOf(now), limit: 40 })).filter((one) => one.head)[20]
    return [found?.id, found?.head] as const
  })
  if (!household) return
  const note = id('note today')
  await send(
    p,
    worker,
    recordVisit.name,
    {
      id: id('visit today'),
      secret: id('secret today').replaceAll('-', ''),
      household,
      at: instant(now - 2 * HOUR_MS),
      outcome: 'talked',
      notes: [
        { id: note, text: '门前那盏路灯坏了一个多星期，晚上老人不敢出门' },
        { id: id('note today 2'), text: '希望村里晚上开放文化礼堂，年轻人有个去处' },
      ],
      cases: [
        {
          id: id('case today'),
          secret: id('case secret today').replaceAll('-', ''),
          note,
          kind: null,
          description: '门前路灯坏了一个多星期，请来修',
          onBehalfOf: head,
        },
      ],
      promises: [{ id: id('promise today'), text: '盯着路灯修好，修好来说一声', due: dayOf(now + 3 * DAY_MS) }],
    },
    'record today',
  )
}

import type { Actor } from '#kernel/authorise.ts'
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts'
import { keyOf, sweep } from '#kernel/jobs.ts'
import { run } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { confirm, declare, end, noteDown } from '#modules/emergency/contract.ts'
import { witness } from '#modules/emergency/contract-ending.ts'
import { approve, tell } from '#modules/emergency/contract-reports.ts'
import { placeTree } from '#modules/places/api.ts'
import { type Roster, roster } from '#modules/posts/api.ts'
import { openShelter } from '#modules/relief/contract-evacuation.ts'
import { cast } from './cast.ts'

/** A flood drill of last month, from its proposal to the certificate that the auditor signed: what a real one would leave behind. */
const AGO = 12 * DAY_MS
/** 华墅乡, beside the stage: nobody of the stage gets a post or a notice by it. */
const AREA = '330802212'
const MINUTE = HOUR_MS / 60
const SAID = { legalBasis: '《突发事件应对法》第二十八条', reason: '汛期前演练：上游暴雨，低洼农户转移' }
/** Villages are asked for these in the first round; what comes back differs by the village, not by chance. */
const figuresOf = (no: number) => ({
  to_move: 18 + ((no * 7) % 23),
  moved: 18 + ((no * 7) % 23) - (no % 3),
  cut_off: 0,
  shelters: no % 2,
})

type City = { p: Platform; posts: Roster; start: number }

export async function loadEmergency(p: Platform, now: number): Promise<void> {
  const city: City = { p, posts: await roster(p), start: now - AGO }
  const id = keyOf('demo drill')
  const decision = keyOf('demo drill decision')
  const plan = { playbook: 'flood', level: 'III', area: [AREA], hours: 12, reviewHours: 6, drill: true }
  await send(city, 'chenLixin', 0, declare.name, { id, decision, ...plan, ...SAID })
  await send(city, 'maoXuefen', 4, confirm.name, { decision })
  const note = (minutes: number, text: string) =>
    send(city, 'maoXuefen', minutes, noteDown.name, { id, entry: keyOf(`demo drill ${text}`), text })
  await note(20, '各村广播通知低洼户，网格员逐户敲门')
  for (const [no, name] of ['华墅乡中心小学', '华墅村文化礼堂'].entries())
    await sendBy(city, roomOf(city), 30 + no, openShelter.name, {
      id: keyOf(`demo drill ${name}`),
      place: AREA,
      name,
      address: `华墅乡 ${name}`,
      beds: 120 - 60 * no,
    })
  await reports(city, id)
  await note(240, '演练发现：两个村的应急广播听不清，已交水利站整改')
  await send(city, 'chenLixin', 300, end.name, {
    id,
    decision: keyOf('demo drill end'),
    ...SAID,
    reason: '演练科目全部完成',
  })
  const certificate = await finish(city, id)
  await send(city, 'yeWenjing', 26 * 60, witness.name, { certificate, note: '现场核对，未见残留' })
}

const roomOf = ({ posts }: City): By => {
  const [first] = posts.at(AREA, 'township_room')
  if (!first) throw new Error('nobody in the command room')
  return first
}

async function reports(city: City, activation: string): Promise<void> {
  const tree = await placeTree(city.p)
  for (const [no, { code: place }] of tree.children(AREA).entries()) {
    const head = city.posts.at(place, 'village_cadre')[0]
    if (!head) continue
    await sendBy(city, head, 60 + no, tell.name, { activation, place, no: 1, figures: figuresOf(no) })
    await sendBy(city, head, 90 + no, approve.name, { activation, place, no: 1 })
  }
  await sendBy(city, roomOf(city), 150, approve.name, { activation, place: AREA, no: 1 })
}

/** Step by step, as the house does it. */
async function finish({ p, start }: City, id: string): Promise<string> {
  const job = p.slices.jobs.find(({ name }) => name === 'emergency.ending')
  for (let at = start + 301 * MINUTE; job && (await sweep(then(p, at), job)) > 0; at += MINUTE);
  return keyOf(`certificate ${id}`)
}

const then = (p: Platform, at: number): Platform => ({ ...p, clock: { now: () => at } })

function send(city: City, who: keyof typeof cast, minutes: number, name: string, input: object): Promise<unknown> {
  const holder = city.posts.all().find(({ person }) => person === cast[who].id)
  if (!holder) throw new Error(`${who} holds no post`)
  return sendBy(city, holder, minutes, name, input)
}

type By = { person: string; post: string; role: string; place: string; organ: string | null }
function sendBy({ p, start }: City, by: By, minutes: number, name: string, input: object): Promise<unknown> {
  const { person, post, role, place, organ } = by
  const actor: Actor = { kind: 'staff', role, person, post, organ, place, session: null }
  const key = keyOf(`demo drill ${person} ${name} ${minutes}`)
  return run(then(p, start + minutes * MINUTE), actor, name, input, { key, request: key })
}

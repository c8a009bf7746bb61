import { DAY_MS } from '#kernel/clock.ts'
import { keyOf, sweep } from '#kernel/jobs.ts'
import type { Platform } from '#kernel/platform.ts'
import { changeLevel, confirm, declare, end, noteDown } from '#modules/emergency/contract.ts'
import { witness } from '#modules/emergency/contract-ending.ts'
import { approve, tell } from '#modules/emergency/contract-reports.ts'
import { placeTree } from '#modules/places/api.ts'
import { roster } from '#modules/posts/api.ts'
import type { cast } from './cast.ts'
import { bringBack, giveThingsBack, moveOut, takeThings } from './drill-relief.ts'
import { atThen, castOf, type City, firstAt, MINUTE, sendBy } from './drill-road.ts'

/** A flood drill of last month, from its proposal to the certificate that the auditor signed: what a real one would leave behind. */
const AGO = 12 * DAY_MS
/** 华墅乡, beside the stage: nobody of the stage gets a post or a notice by it. */
const AREA = '330802212'
const SAID = { legalBasis: '《突发事件应对法》第二十八条', reason: '汛期前演练：上游暴雨，低洼农户转移' }
/** Villages are asked for these in the first round; what comes back differs by the village, not by chance. */
const figuresOf = (no: number) => ({
  to_move: 18 + ((no * 7) % 23),
  moved: 18 + ((no * 7) % 23) - (no % 3),
  cut_off: 0,
  shelters: no % 2,
})

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
  await moveOut(city, AREA)
  await reports(city, id)
  const graver = keyOf('demo drill graver')
  const why = { level: 'II', legalBasis: SAID.legalBasis, reason: '升级科目：上游水库要泄洪' }
  await send(city, 'chenLixin', 100, changeLevel.name, { id, decision: graver, ...why })
  await send(city, 'maoXuefen', 103, confirm.name, { decision: graver })
  await takeThings(city, AREA)
  await bringBack(city, AREA)
  await note(240, '演练发现：两个村的应急广播听不清，已交水利站整改')
  await giveThingsBack(city, false)
  await send(city, 'chenLixin', 300, end.name, {
    id,
    decision: keyOf('demo drill end'),
    ...SAID,
    reason: '演练科目全部完成',
  })
  const certificate = await finish(city, id)
  await send(city, 'yeWenjing', 26 * 60, witness.name, { certificate, note: '现场核对，未见残留' })
  await giveThingsBack(city, true)
}

async function reports(city: City, activation: string): Promise<void> {
  const tree = await placeTree(city.p)
  for (const [no, { code: place }] of tree.children(AREA).entries()) {
    const head = city.posts.at(place, 'village_cadre')[0]
    if (!head) continue
    await sendBy(city, head, 60 + no, tell.name, { activation, place, no: 1, figures: figuresOf(no) })
    await sendBy(city, head, 90 + no, approve.name, { activation, place, no: 1 })
  }
  await sendBy(city, firstAt(city, AREA, 'township_room'), 150, approve.name, { activation, place: AREA, no: 1 })
}

/** Step by step, as the house does it. */
async function finish({ p, start }: City, id: string): Promise<string> {
  const job = p.slices.jobs.find(({ name }) => name === 'emergency.ending')
  for (let at = start + 301 * MINUTE; job && (await sweep(atThen(p, at), job)) > 0; at += MINUTE);
  return keyOf(`certificate ${id}`)
}

const send = (city: City, who: keyof typeof cast, minutes: number, name: string, input: object): Promise<unknown> =>
  sendBy(city, castOf(city, who), minutes, name, input)

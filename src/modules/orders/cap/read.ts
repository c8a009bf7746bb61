import { instant, millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import type { GRADES, HAZARDS, readCap } from '../contract-warnings.ts'
import { HAZARD_NAMES } from '../messages.ts'
import { demandAlert } from './shape.ts'
import { type Element, readXml } from './xml.ts'

type Read = OutputOf<typeof readCap>
type Hazard = (typeof HAZARDS)[number]

const SEVERITY: Record<string, (typeof GRADES)[number]> = { Extreme: 'I', Severe: 'II', Moderate: 'III', Minor: 'IV' }
/** What is nearest among ours when the event is in nobody's words. */
const CATEGORY: Record<string, Hazard> = {
  Fire: 'forest_fire',
  Health: 'health',
  Geo: 'geological',
  Transport: 'accident',
  Infra: 'accident',
  CBRNE: 'accident',
}
/** Words of events as the weather services write them. */
const SAID: readonly (readonly [RegExp, Hazard])[] = [
  [/thunder|tornado|wind|hail/i, 'thunder'],
  [/flood|tsunami|surge/i, 'flood'],
  [/rain/i, 'rainstorm'],
  [/typhoon|hurricane|cyclone|tropical/i, 'typhoon'],
  [/snow|blizzard|ice/i, 'snow'],
  [/fire/i, 'forest_fire'],
  [/heat/i, 'heat'],
  [/cold|frost|freez/i, 'cold'],
  [/landslide|quake|debris/i, 'geological'],
]

const one = (of: Element, name: string): string | null =>
  of.children.find((child) => child.name === name)?.text.trim() || null
const all = (of: Element, name: string): Element[] => of.children.filter((child) => child.name === name)
const when = (text: string | null): string | null =>
  text === null ? null : instant(millis(text.replace(/,(\d\d:\d\d)$/, '+$1')))

/** An alert of somebody else, as far as a warning of ours can be made of it. */
export function readAlert(text: string): Read {
  const root = readXml(text)
  demandAlert(root)
  return {
    identifier: one(root, 'identifier') ?? '',
    sender: one(root, 'sender') ?? '',
    sent: when(one(root, 'sent')) ?? '',
    status: one(root, 'status') ?? '',
    msgType: one(root, 'msgType') ?? '',
    references: one(root, 'references'),
    infos: all(root, 'info').map(infoOf),
  }
}

const infoOf = (info: Element): Read['infos'][number] => ({
  language: one(info, 'language') ?? 'en-US',
  event: one(info, 'event') ?? '',
  hazard: hazardOf(one(info, 'event') ?? '', one(info, 'category') ?? ''),
  grade: SEVERITY[one(info, 'severity') ?? ''] ?? null,
  headline: one(info, 'headline'),
  description: one(info, 'description'),
  instruction: one(info, 'instruction'),
  effective: when(one(info, 'onset') ?? one(info, 'effective')),
  expires: when(one(info, 'expires')),
  senderName: one(info, 'senderName'),
  areas: all(info, 'area').map((area) => one(area, 'areaDesc') ?? ''),
})

function hazardOf(event: string, category: string): Hazard {
  const ours = Object.entries(HAZARD_NAMES).find(([, name]) => event.startsWith(name.zh) || event.startsWith(name.en))
  return (
    (ours?.[0] as Hazard | undefined) ?? SAID.find(([words]) => words.test(event))?.[1] ?? CATEGORY[category] ?? 'other'
  )
}

import type { Platform } from '#kernel/platform.ts'
import { type DutyIndex, dutyList } from '#modules/duties/api.ts'
import type { Duty } from '#modules/duties/contract.ts'
import { type OrganIndex, organs } from '#modules/people/api.ts'
import { placeTree, type Tree } from '#modules/places/api.ts'
import type { Level } from '#modules/places/contract.ts'
import { type Roster, roster } from '#modules/posts/api.ts'
import { deskAt, startOf } from './rules.ts'

/** The reference data that routing and showing a case need; all held in the process. */
export type City = { tree: Tree; organs: OrganIndex; roster: Roster; duties: DutyIndex }

export async function cityOf(p: Platform): Promise<City> {
  const [tree, organIndex, posts, duties] = await Promise.all([placeTree(p), organs(p), roster(p), dutyList(p)])
  return { tree, organs: organIndex, roster: posts, duties }
}

export type Desk = { level: Level; desk: string; organ: string | null; assignee: string | null }

/**
 * Who gets a case at a level, by place and kind: in a grid its worker, in a village its cadre; at county and city the
 * department whose line leads by the duty list; otherwise the command office, which then assigns by hand.
 */
export function routeAt(city: City, duty: Pick<Duty, 'line'>, place: string, level: Level): Desk {
  const desk = deskAt(place, level)
  if (level === 'grid' || level === 'microgrid') {
    const worker = city.roster.at(desk, 'grid_worker')[0]
    return { level, desk, organ: null, assignee: worker?.post ?? null }
  }
  if (level === 'village')
    return { level, desk, organ: null, assignee: city.roster.at(desk, 'village_cadre')[0]?.post ?? null }
  if (level === 'township') return { level, desk, organ: null, assignee: null }
  const organ = city.organs.byLine(desk, duty.line)
  return { level, desk, organ: organ?.id ?? null, assignee: null }
}

/** Where a new case lands: at the start level of its duty, or one level higher as long as nobody is there to take it. */
export function routeNew(city: City, duty: Duty, place: string): Desk {
  const start = startOf(place, duty.startLevel)
  const first = routeAt(city, duty, place, start.level)
  if (first.assignee || first.organ || first.level === 'township') return first
  return first.level === 'grid' || first.level === 'village' || first.level === 'microgrid'
    ? routeAt(city, duty, place, 'township')
    : first
}

export function deskName(city: City, d: Pick<Desk, 'desk' | 'organ'>): string {
  return (d.organ ? city.organs.get(d.organ)?.name.zh : undefined) ?? city.tree.nameOf(d.desk)
}

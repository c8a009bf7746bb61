import { named } from '#kernel/messages.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { approve, giveBack, type situation, tell } from '../contract-reports.ts'
import { situation as round, trend } from '../contract-reports.ts'
import { home, listLog } from '../contract.ts'
import { reportWords as t } from './report-messages.ts'

export type Round = OutputOf<typeof situation>
export type ReportNode = Round['node']
export { approve, giveBack, round, tell, trend }

/** What a word on a report changes elsewhere. */
export const REPORT_CHANGED = [round, trend, home, listLog]

type Tone = 'done' | 'soon' | 'late' | 'void'
/** Red is for what is over its time alone. */
export function standing({ state, late }: ReportNode): { tone: Tone; text: string } {
  if (state === 'approved')
    return { tone: 'done', text: late ? `${t.state_approved()} · ${t.late()}` : t.state_approved() }
  if (late) return { tone: 'late', text: state === 'open' ? t.overdue() : `${t[`state_${state}`]()} · ${t.late()}` }
  return { tone: state === 'open' ? 'void' : 'soon', text: t[`state_${state}`]() }
}

export const missingOf = ({ children }: Round): ReportNode[] => children.filter(({ state }) => state !== 'approved')

export const figureName = ({ name, unit }: Round['figures'][number]): string =>
  t.figure({ name: named(name), unit: named(unit) })

export const withoutText = ({ without }: ReportNode): string =>
  t.without({ names: without.map(({ placeName, reason }) => t.withoutOne({ name: placeName, reason })).join('、') })

import type { z } from 'zod'
import type { LevelPlan, Playbook, Response, setPlaybook } from '../contract-playbooks.ts'

/** A level of a playbook as it stands in the form: words in both languages in one field, lists a line each. */
export type Values = Pick<LevelPlan, 'authority' | 'hours' | 'reviewHours' | 'opens' | 'bonds'> & {
  name: string
  command: string
  law: string
  levers: { lever: string; value: LevelPlan['levers'][number]['value']; why: string }[]
  seats: (Omit<LevelPlan['seats'][number], 'group' | 'from'> & {
    group: string
    fromRole: LevelPlan['seats'][number]['from']['role']
    fromLine?: string | null
  })[]
  everyHours: number
  from: LevelPlan['reports']['from']
  figures: { key?: string; name: string; unit: string }[]
  pauses: string
  goesOn: string
  stop: string
  fromDay: string
  reason: string
}
type Names = LevelPlan['stop'][number]

const textOf = ({ zh, en }: Names): string => (en ? `${zh} | ${en}` : zh)
function namesOf(text = ''): Names {
  const [zh = '', en = ''] = text.split('|').map((half) => half.trim())
  return en ? { zh, en } : { zh }
}
const linesOf = (text = ''): Names[] => text.split('\n').flatMap((line) => (line.trim() ? [namesOf(line)] : []))
const linedUp = (all: readonly Names[]): string => all.map(textOf).join('\n')

export function valuesOf(book: Playbook, level: Response, today: string): Values {
  const plan = book.levels[level]
  const { authority, hours, reviewHours, opens, bonds, reports } = plan
  return {
    authority,
    hours,
    reviewHours,
    opens,
    bonds,
    name: textOf(book.name),
    command: textOf(book.command),
    law: book.law,
    levers: plan.levers.map(({ lever, value, why }) => ({ lever, value, why: textOf(why) })),
    seats: plan.seats.map(({ group, from, ...seat }) => ({
      ...seat,
      group: textOf(group),
      fromRole: from.role,
      fromLine: from.line,
    })),
    everyHours: reports.everyHours,
    from: reports.from,
    figures: reports.figures.map(({ key, name, unit }) => ({ key, name: textOf(name), unit: textOf(unit) })),
    pauses: linedUp(plan.pauses),
    goesOn: linedUp(plan.goesOn),
    stop: linedUp(plan.stop),
    fromDay: book.fromDay > today ? book.fromDay : today,
    reason: '',
  }
}

const LETTER_A = 97
const MOST_FIGURES = 20
/** A figure that is new gets a key that no other one has. */
function keyed(figures: Values['figures']): LevelPlan['reports']['figures'] {
  const taken = new Set(figures.map(({ key }) => key))
  const added = Array.from({ length: MOST_FIGURES }, (_, at) => `added_${String.fromCharCode(LETTER_A + at)}`)
  const free = added.filter((key) => !taken.has(key))
  return figures.map(({ key, name, unit }) => ({
    key: key ?? free.shift() ?? 'added',
    name: namesOf(name),
    unit: namesOf(unit),
  }))
}

export function planOf(was: LevelPlan, v: Values): LevelPlan {
  return {
    ...was,
    authority: v.authority,
    hours: v.hours,
    reviewHours: v.reviewHours,
    opens: v.opens,
    bonds: v.bonds.map(({ kind, each, lines }) => ({ kind, each, lines: lines ?? [] })),
    levers: v.levers.map(({ lever, value, why }) => ({ lever, value, why: namesOf(why) })),
    seats: v.seats.map(({ group, fromRole, fromLine, ...seat }) => ({
      ...seat,
      group: namesOf(group),
      from: { role: fromRole, line: fromRole === 'department_officer' ? fromLine || null : null },
    })),
    reports: { everyHours: v.everyHours, from: v.from, figures: keyed(v.figures) },
    pauses: linesOf(v.pauses),
    goesOn: linesOf(v.goesOn),
    stop: linesOf(v.stop),
  }
}

/** What is typed over what stands there; a part whose fields are not on the screen yet stays as it is. */
export const typedOver = (stands: Values, typed: Partial<Values> | undefined): Values => ({
  ...stands,
  ...Object.fromEntries(Object.entries(typed ?? {}).filter(([, value]) => value !== undefined)),
})

/** The whole playbook with one level revised; the other three go over as they are. */
export function revised(book: Playbook, level: Response, v: Values): z.input<(typeof setPlaybook)['input']> {
  const { version: _, shipped: __, ...whole } = book
  const { law, fromDay, reason } = v
  return {
    ...whole,
    law,
    fromDay,
    reason,
    name: namesOf(v.name),
    command: namesOf(v.command),
    levels: { ...book.levels, [level]: planOf(book.levels[level], v) },
  }
}

import { named } from '#kernel/messages.ts'
import type { Change } from '#modules/orders/contract.ts'
import type { z } from 'zod'
import type { LevelPlan, Playbook, Response } from '../contract-playbooks.ts'
import { figureName } from '../parts/reports.ts'
import { powerText, roleText } from '../parts/word-messages.ts'
import { levelName } from './playbook-level.tsx'
import { playbookTexts as t } from './playbook-messages.ts'
import { bondText } from './preview.tsx'
import { valueText } from './values.ts'

type Changes = z.infer<typeof Change>[]
type Said = { book: Playbook; plan: LevelPlan; lineName: (line: string) => string }

/** One line for each thing that a playbook says, by part: what two versions are compared by. */
const PARTS: readonly [title: () => string, lines: (said: Said) => string[]][] = [
  [t.title, ({ book }) => [named(book.name), `${t.command()}：${named(book.command)}`, `${t.law()}：${book.law}`]],
  [t.authority, ({ plan }) => plan.authority.map(roleText)],
  [t.lasts, ({ plan }) => [t.hours({ n: plan.hours }), `${t.review()}：${t.hours({ n: plan.reviewHours })}`]],
  [
    t.levers,
    ({ plan }) =>
      plan.levers.map(({ lever, value, why }) => `${powerText(lever)}：${valueText(value)}（${named(why)}）`),
  ],
  [t.opens, ({ plan }) => plan.opens.map(powerText)],
  [t.seats, ({ plan, lineName }) => plan.seats.map((seat) => seatLine(seat, lineName))],
  [t.bonds, ({ plan, lineName }) => plan.bonds.map((bond) => bondLine(bond, lineName))],
  [
    t.reports,
    ({ plan: { reports } }) => [
      t.reportsOf({ n: reports.everyHours, level: levelName(reports.from) }),
      ...reports.figures.map(figureName),
    ],
  ],
  [t.goesOn, ({ plan }) => plan.goesOn.map(named)],
  [t.pauses, ({ plan }) => plan.pauses.map(named)],
  [t.stop, ({ plan }) => plan.stop.map(named)],
]

type Seat = LevelPlan['seats'][number]
const seatLine = ({ title, group, from, role, at, most }: Seat, lineName: Said['lineName']): string =>
  [
    `${title}（${named(group)}）`,
    `${roleText(from.role)}${from.line ? ` ${lineName(from.line)}` : ''} → ${roleText(role)}`,
    t.seatAt({ level: levelName(at), n: most }),
  ].join(' · ')
type Bond = LevelPlan['bonds'][number]
const bondLine = ({ kind, each, lines }: Bond, lineName: Said['lineName']): string =>
  [
    t.bondEach({ kind: bondText(kind), each: each === 'firm' ? t.firm() : levelName(each) }),
    ...(lines.length > 0 ? [lines.map(lineName).join('、')] : []),
  ].join(' · ')

/** What went and what came between two versions of one level; parts that are the same are left out. */
export type Two = { before: Playbook; after: Playbook; level: Response }
export function differenceAt(
  { before, after, level }: Two,
  lineName: Said['lineName'],
): { title: string; changes: Changes }[] {
  const said = (book: Playbook): Said => ({ book, plan: book.levels[level], lineName })
  return PARTS.flatMap(([title, lines]) => {
    const [was, is] = [lines(said(before)), lines(said(after))]
    const changes: Changes = [
      ...was.filter((line) => !is.includes(line)).map((text) => ({ kind: 'out' as const, text })),
      ...is.filter((line) => !was.includes(line)).map((text) => ({ kind: 'in' as const, text })),
    ]
    return changes.length > 0 ? [{ title: title(), changes }] : []
  })
}

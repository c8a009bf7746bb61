import {
  KINDS,
  type BondRaise,
  type Kind,
  type LevelPlan,
  type Playbook,
  type Response,
  type Seat,
} from './contract-playbooks.ts'
import { GOES_ON, GROUPS, PAUSES, SAID, type Said, SHIPPED_REASON, WHY } from './playbook-messages.ts'

/** The playbooks that a city is set up with: seven kinds, four levels, out of a few rules and the words of each kind. */
const names = ([zh, en]: readonly [string, string]) => ({ zh, en })

/** The department that leads, and the capabilities that the kind opens, from the mildest level at which it does. */
type Shape = {
  lead: string
  opens: readonly (readonly [capability: string, from: Response])[]
  hours: readonly number[]
}
const MOVES = [
  ['relief.evacuation', 'IV'],
  ['relief.shelters', 'IV'],
  ['relief.hotline', 'III'],
  ['relief.shifts', 'III'],
  ['relief.requisition', 'II'],
  ['relief.reunification', 'II'],
] as const
const DAYS = [72, 72, 48, 24] as const
const SHAPES: Record<Kind, Shape> = {
  flood: { lead: 'water', opens: MOVES, hours: DAYS },
  typhoon: { lead: 'water', opens: MOVES, hours: DAYS },
  geological: { lead: 'resources', opens: MOVES, hours: DAYS },
  forest_fire: { lead: 'safety', opens: MOVES, hours: DAYS },
  accident: { lead: 'safety', opens: MOVES, hours: DAYS },
  snow: { lead: 'transport', opens: MOVES, hours: DAYS },
  public_health: {
    lead: 'health',
    opens: [
      ['relief.sweeps', 'IV'],
      ['relief.homeStay', 'IV'],
      ['relief.hotline', 'IV'],
      ['relief.checks', 'III'],
      ['relief.passes', 'III'],
      ['relief.shifts', 'III'],
      ['relief.firms', 'III'],
      ['relief.requisition', 'II'],
      ['relief.reunification', 'II'],
    ],
    hours: [720, 480, 360, 240],
  },
}
const ORDER: readonly Response[] = ['I', 'II', 'III', 'IV']
const rankOf = (level: Response): number => ORDER.indexOf(level)
/** At this level or a graver one. */
const upTo = (level: Response, mildest: Response): boolean => rankOf(level) <= rankOf(mildest)
const EVERY_HOURS: Record<Response, number> = { I: 3, II: 6, III: 12, IV: 24 }

function leversAt(level: Response): LevelPlan['levers'] {
  const all: [mildest: Response, change: LevelPlan['levers'][number]][] = [
    ['III', { lever: 'notices.quietHours', value: { from: 0, to: 0 }, why: names(WHY.quiet) }],
    ['III', { lever: 'cases.hoursToConfirm', value: 336, why: names(WHY.confirm) }],
    ['III', { lever: 'orders.minutesPerGridDay', value: 480, why: names(WHY.budget) }],
    ['II', { lever: 'bonds.handOverClock', value: { days: 30, unit: 'natural' }, why: names(WHY.handOver) }],
    ['II', { lever: 'consents.glassesADay', value: 15, why: names(WHY.glass) }],
  ]
  return all.flatMap(([mildest, change]) => (upTo(level, mildest) ? [change] : []))
}

function seatsAt(level: Response, said: Said, lead: string): Seat[] {
  const top = upTo(level, 'II')
  const member = (line: string): Seat => ({
    title: said.member,
    group: names(GROUPS.command),
    from: { role: 'department_officer', line },
    role: 'county_command',
    at: 'county',
    most: 1,
  })
  const lines = [...new Set([lead, 'safety', ...(top ? ['health', 'civil', 'transport'] : [])])]
  return [
    ...lines.map(member),
    {
      title: said.room,
      group: names(GROUPS.township),
      from: { role: 'township_room', line: null },
      role: 'township_room',
      at: 'township',
      most: 1,
    },
    {
      title: said.village,
      group: names(GROUPS.village),
      from: { role: 'village_cadre', line: null },
      role: 'village_cadre',
      at: 'village',
      most: 1,
    },
  ]
}

/** 大三联 from level II; at level III the villages alone. */
function bondsAt(level: Response): BondRaise[] {
  if (level === 'IV') return []
  const villages: BondRaise = { kind: 'team_community', each: 'village', lines: [] }
  if (level === 'III') return [villages]
  return [
    { kind: 'team_block', each: 'township', lines: [] },
    { kind: 'team_firm', each: 'firm', lines: ['enterprise', 'labour', 'market', 'safety'] },
    villages,
  ]
}

function planOf(kind: Kind, level: Response): LevelPlan {
  const [said, shape] = [SAID[kind], SHAPES[kind]]
  const hours = shape.hours[rankOf(level)] ?? 24
  return {
    authority: upTo(level, 'II') ? ['city_command'] : ['county_command', 'city_command'],
    hours,
    reviewHours: Math.ceil(hours / 2),
    levers: leversAt(level),
    opens: shape.opens.flatMap(([capability, mildest]) => (upTo(level, mildest) ? [capability] : [])),
    seats: seatsAt(level, said, shape.lead),
    bonds: bondsAt(level),
    reports: {
      everyHours: EVERY_HOURS[level],
      from: 'village',
      figures: said.figures.map(([key, name, unit]) => ({ key, name: names(name), unit: names(unit) })),
    },
    pauses: upTo(level, 'III') ? PAUSES.map(names) : [],
    goesOn: GOES_ON.map(names),
    stop: said.stop.map(names),
  }
}

export const SHIPPED: readonly Omit<Playbook, 'version' | 'fromDay'>[] = KINDS.map((kind) => ({
  code: kind,
  kind,
  name: names(SAID[kind].name),
  command: names(SAID[kind].command),
  law: SAID[kind].law,
  levels: { I: planOf(kind, 'I'), II: planOf(kind, 'II'), III: planOf(kind, 'III'), IV: planOf(kind, 'IV') },
  reason: SHIPPED_REASON,
  shipped: true,
}))

import { z } from 'zod'
import { command, id, page, query } from '#kernel/contract.ts'
import { HouseholdId } from '#modules/homes/contract.ts'
import { OrderId } from '#modules/orders/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { At, By, placed, progressRow, Remark, Why } from './contract.ts'

/** 包区清楼: a list of doors that is frozen when it begins; what was found at each; what is left. */
export const SweepId = id('SweepId')
export const DoorId = id('DoorId')

/** 已见到, 家中无人, 不愿开门, 已搬走. */
export const KNOCKS = ['reached', 'nobody', 'refused', 'moved'] as const
export const DOOR_STATES = ['open', ...KNOCKS] as const
export type DoorState = (typeof DOOR_STATES)[number]
/** 吃用, 药品, 就医, 照护, 出行, 其他. */
export const HELP = ['supplies', 'medicine', 'doctor', 'care', 'transport', 'other'] as const

export const SweepView = z.object({
  id: SweepId,
  place: z.string(),
  placeName: z.string(),
  title: z.string(),
  about: z.string(),
  order: z.string().nullable(),
  by: By,
  startedAt: z.string(),
  closedAt: z.string().nullable(),
  doors: z.number().describe('in my reach'),
  left: z.number().describe('of them not knocked at, or nobody there'),
  help: z.number().describe('of them waiting for help that they asked for'),
  can: z.array(z.enum(['close'])),
})
export type SweepView = z.infer<typeof SweepView>
export const DoorView = z.object({
  id: DoorId,
  household: HouseholdId,
  place: z.string(),
  placeName: z.string(),
  address: z.string(),
  headName: z.string().nullable().describe('masked'),
  state: z.enum(DOOR_STATES),
  saidAt: z.string().nullable(),
  tries: z.number(),
  help: z.array(z.enum(HELP)).describe('what the latest word asks for'),
  note: z.string(),
  next: z.string().nullable().describe('when to try again'),
  helped: z.object({ what: z.string(), at: z.string(), by: By }).nullable().describe('what came of the help'),
  can: z.array(z.enum(['knock', 'help'])),
})
export type DoorView = z.infer<typeof DoorView>

export const startSweep = command('relief.startSweep', {
  input: z.object({
    id: SweepId,
    place: PlaceCode,
    title: z.string().trim().min(2).max(60),
    about: Remark.describe('what to say and ask at the door'),
    order: OrderId.nullable().optional(),
  }),
  output: z.object({ id: SweepId, doors: z.number() }),
  doc: 'Freezes the list of doors of a place with who lives behind them today. Refuses not_open.',
})
export const closeSweep = command('relief.closeSweep', {
  input: z.object({ id: SweepId }),
  output: z.object({ id: SweepId }),
  doc: 'Nobody is sent to these doors any more; what was found stays readable as long as the list.',
})
export const knock = command('relief.knock', {
  input: z.object({
    id: id('WordId').describe('made by the sender: safe to send again, in any order'),
    door: DoorId,
    state: z.enum(KNOCKS),
    help: z.array(z.enum(HELP)).max(6).default([]),
    note: Remark,
    next: z.string().datetime().nullable().optional(),
    at: At,
  }),
  output: z.object({ door: DoorId, state: z.enum(DOOR_STATES) }),
  doc: 'What was found at a door. An older word that comes late does not undo a newer one. Refuses gone when the list is closed.',
})
export const answerHelp = command('relief.answerHelp', {
  input: z.object({ door: DoorId, what: Why.describe('what was brought or done, or whom it was given to') }),
  output: z.object({ door: DoorId }),
  doc: 'What was asked for at a door was done; a later word that asks again waits again. Refuses already when nothing waits.',
})
export const listSweeps = query('relief.sweeps', {
  input: z.object({ place: PlaceCode.optional() }),
  output: z.object({ rows: z.array(SweepView) }),
  doc: 'Lists of doors at, above and below a place, newest first, with what is left of them in my reach.',
})
export const sweepDoors = query('relief.doors', {
  input: z.object({
    sweep: SweepId,
    ...placed,
    left: z.boolean().optional().describe('only those not knocked at, or nobody there'),
    state: z.enum(DOOR_STATES).optional(),
    help: z.enum(['waiting', 'answered']).optional().describe('only those that asked for help'),
  }),
  output: page(DoorView),
  doc: 'Doors of a list in my reach. Heads of households see this read.',
})
export const sweepProgress = query('relief.sweepProgress', {
  input: z.object({ sweep: SweepId, place: PlaceCode.optional() }),
  output: z.object({
    rows: z.array(progressRow(DOOR_STATES).extend({ help: z.number().describe('waiting for help') })),
  }),
  doc: 'How far a list of doors is, for a place and each place below it.',
})

import { z } from 'zod'
import { command, id, page, query } from '#kernel/contract.ts'
import { HouseholdId } from '#modules/homes/contract.ts'
import { OrderId } from '#modules/orders/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { PostId } from '#modules/posts/contract.ts'
import { At, By, placed, progress, Remark, Shown, Why } from './contract.ts'

/** 转移安置: shelters, and who is moved from which door to which of them, by whom, and back. */
export const ShelterId = id('ShelterId')
export const EvacueeId = id('EvacueeId')

export const ShelterView = z.object({
  id: ShelterId,
  place: z.string(),
  placeName: z.string(),
  name: z.string(),
  address: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  beds: z.number(),
  inside: z.number().describe('people who arrived and have not returned, listed or by themselves'),
  coming: z.number().describe('people listed for it who have not arrived'),
  free: z.number().describe('beds left when all have come; never below 0'),
  contact: By.describe('staff only'),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  can: z.array(z.enum(['close', 'takeIn'])),
})
export type ShelterView = z.infer<typeof ShelterView>

export const openShelter = command('relief.openShelter', {
  input: z.object({
    id: ShelterId,
    place: PlaceCode.describe('township, village or grid'),
    name: z.string().trim().min(2).max(60),
    address: z.string().trim().min(2).max(120),
    beds: z.number().int().min(1).max(20_000),
    lon: z.number().min(-180).max(180).nullable().optional(),
    lat: z.number().min(-90).max(90).nullable().optional(),
    contact: PostId.nullable().optional().describe('who answers for it; default: the sender'),
  }),
  output: ShelterView,
  doc: 'Opens a shelter. Refuses not_open unless shelters are open at the place.',
})
export const closeShelter = command('relief.closeShelter', {
  input: z.object({ id: ShelterId, reason: Why }),
  output: z.object({ id: ShelterId }),
  doc: 'Closes a shelter. Refuses conflict while somebody is inside or on the way, already when it is closed.',
})
export const listShelters = query('relief.shelters', {
  input: z.object({ place: PlaceCode.optional(), closed: z.boolean().optional().describe('also closed ones') }),
  output: z.object({ rows: z.array(ShelterView) }),
  doc: 'Shelters with their free beds. Open to everybody; shows nobody who is inside.',
})

/** 未通知, 已通知, 转移中, 已安置, 已返回, 不愿转移, 不在此处. Any may follow any: phones come in late and skip steps. */
export const EVACUEE_STATES = ['listed', 'reached', 'moving', 'arrived', 'returned', 'refused', 'elsewhere'] as const
export type EvacueeState = (typeof EVACUEE_STATES)[number]
const SAYABLE = ['reached', 'moving', 'arrived', 'returned', 'refused', 'elsewhere'] as const

export const EvacueeView = z.object({
  id: EvacueeId,
  person: Shown,
  household: HouseholdId,
  place: z.string(),
  placeName: z.string(),
  address: z.string(),
  order: z.string().nullable(),
  shelter: z.object({ id: ShelterId, name: z.string() }).nullable(),
  escort: By,
  mine: z.boolean().describe('my post is the escort, or answers for the shelter'),
  state: z.enum(EVACUEE_STATES),
  saidAt: z.string().nullable(),
  note: z.string().describe('of the latest word; of a refusal its reason'),
  returnAllowed: z.boolean(),
  can: z.array(z.enum(SAYABLE)),
})
export type EvacueeView = z.infer<typeof EvacueeView>

export const evacuate = command('relief.evacuate', {
  input: z.object({
    id: id('EvacuationId'),
    place: PlaceCode.describe('a village or grid'),
    households: z.array(HouseholdId).min(1).max(200).optional().describe('default: every household of the place'),
    order: OrderId.nullable().optional().describe('the order that asks for it; it holds, and reaches the place'),
    shelter: ShelterId.nullable().optional(),
    escort: PostId.nullable().optional(),
  }),
  output: z.object({
    households: z.number(),
    listed: z.number().describe('people'),
    already: z.number().describe('people who were on a list'),
  }),
  doc: 'Puts who lives behind the doors of a place on the list of people to be moved; members who are away are left out. Refuses quota_full when the shelter has not so many free beds.',
})
export const noteEvacuee = command('relief.noteEvacuee', {
  input: z.object({
    id: id('WordId').describe('made by the sender: safe to send again, in any order'),
    evacuee: EvacueeId,
    state: z.enum(SAYABLE),
    shelter: ShelterId.nullable().optional().describe('where to; default: as listed'),
    note: Remark.describe('of a refusal: why'),
    at: At,
  }),
  output: z.object({ evacuee: EvacueeId, state: z.enum(EVACUEE_STATES) }),
  doc: 'Says how far one person is. An older word that comes late does not undo a newer one. Refuses too_soon for returned before the return is allowed, name_needed for a refusal without its reason, gone for a shelter that was closed by then, already for who went home and is on another list since.',
})
export const allowReturn = command('relief.allowReturn', {
  input: z.object({ id: id('ReturnId'), place: PlaceCode, reason: Why }),
  output: z.object({ people: z.number() }),
  doc: 'Lets everybody who was moved from a place go home. Those concerned are told.',
})
export const listEvacuees = query('relief.evacuees', {
  input: z.object({
    ...placed,
    state: z.enum(EVACUEE_STATES).optional(),
    shelter: ShelterId.optional(),
    mine: z.boolean().optional().describe('only those my post escorts or takes in'),
  }),
  output: page(EvacueeView),
  doc: 'People to be moved, place by place and door by door. Each of them sees this read.',
})
export const evacuationProgress = query('relief.evacuation', {
  input: z.object({ place: PlaceCode.optional() }),
  output: progress(EVACUEE_STATES),
  doc: 'How many people of a place and of each place below it are listed, reached, on the way, arrived, returned, refusing.',
})

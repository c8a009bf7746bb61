import { z } from 'zod'
import { command, id, page, query } from '#kernel/contract.ts'
import { OrganId, PersonId } from '#modules/people/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { By, placed, Remark, Shown, Why } from './contract.ts'

/** 征用: taken against a receipt, given back, paid for. The ledger outlives the hold. */
export const ItemId = id('ItemId')

/** 完好, 损坏, 丢失, 已耗用. */
export const BACK = ['whole', 'damaged', 'lost', 'used_up'] as const
/** 在用, 已归还待补偿, 已结清. */
export const ITEM_STATES = ['held', 'owed', 'settled'] as const
export type ItemState = (typeof ITEM_STATES)[number]

export const ItemView = z.object({
  id: ItemId,
  number: z.string().describe('of the receipt'),
  place: z.string(),
  placeName: z.string(),
  item: z.string(),
  quantity: z.number(),
  unit: z.string(),
  worth: z.number().describe('yuan, as estimated when it was taken'),
  condition: z.string(),
  purpose: z.string(),
  basis: z.string(),
  owner: z.object({ person: Shown.nullable(), organ: z.object({ id: OrganId, name: z.string() }).nullable() }),
  takenAt: z.string(),
  by: By,
  office: z.string().nullable().describe('name of the organ that took it'),
  returnedAt: z.string().nullable(),
  back: z.enum(BACK).nullable(),
  note: z.string(),
  owed: z.number().describe('yuan'),
  paid: z.number().describe('yuan'),
  paidAt: z.string().nullable().describe('of the last payment'),
  state: z.enum(ITEM_STATES),
  can: z.array(z.enum(['return', 'pay'])),
})
export type ItemView = z.infer<typeof ItemView>

export const takeItem = command('relief.takeItem', {
  input: z.object({
    id: ItemId,
    place: PlaceCode,
    owner: z.union([
      z.object({ organ: OrganId }),
      z.object({ person: PersonId }),
      z.object({ name: z.string().trim().min(1).max(40), phone: z.string().regex(/^1\d{10}$/) }),
    ]),
    item: z.string().trim().min(2).max(60),
    quantity: z.number().positive().max(1e6),
    unit: z.string().trim().min(1).max(10),
    worth: z.number().int().min(0).max(1e9).describe('yuan'),
    condition: z.string().trim().min(2).max(200),
    purpose: Why,
    basis: Why.describe('the article'),
  }),
  output: z.object({ id: ItemId, number: z.string() }),
  doc: 'Takes something for public use against a receipt; its owner is told. By a county and its departments and above, and only while a hold opens it.',
})
export const returnItem = command('relief.returnItem', {
  input: z.object({
    id: ItemId,
    back: z.enum(BACK),
    note: Remark,
    owed: z.number().int().min(0).max(1e9).describe('yuan, for use and damage'),
  }),
  output: z.object({ id: ItemId, state: z.enum(ITEM_STATES) }),
  doc: 'Gives it back, or says that it is no more, and what is owed. Also when nothing is open any more. Refuses already.',
})
export const payItem = command('relief.payItem', {
  input: z.object({ id: ItemId, yuan: z.number().int().min(1).max(1e9), note: Remark }),
  output: z.object({ id: ItemId, state: z.enum(ITEM_STATES), owed: z.number(), paid: z.number() }),
  doc: 'Pays a part or all of what is owed. Refuses conflict for more than that.',
})
export const getItem = query('relief.item', {
  input: z.object({ id: ItemId }),
  output: ItemView,
  doc: 'One entry of the ledger, for the receipt on paper. Its owner sees this read.',
})
const Sum = z.object({
  items: z.number(),
  worth: z.number().describe('yuan, as estimated when it was taken'),
  owed: z.number().describe('yuan'),
  paid: z.number().describe('yuan'),
})
export const itemSums = query('relief.itemSums', {
  input: z.object({ place: PlaceCode.optional() }),
  output: z.object({ states: z.record(z.enum(ITEM_STATES), Sum) }),
  doc: 'What the ledger of a place, or of one’s own department, adds up to; no owner.',
})
export const listItems = query('relief.items', {
  input: z.object({
    ...placed,
    state: z.enum(ITEM_STATES).optional(),
    mine: z.boolean().optional().describe('what was taken from oneself; of residents always'),
  }),
  output: page(ItemView),
  doc: 'The ledger of what was taken. Owners see this read.',
})

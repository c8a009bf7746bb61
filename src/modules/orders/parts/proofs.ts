import { listCases } from '#modules/cases/contract.ts'
import { useAsk } from '#ui/query.tsx'
import { myOrders } from '../contract-answers.ts'

export type Proof = { value: string; text: string; kind: 'case' | 'order' }
const MANY = 30

/** By which case or order something is done: those of one's own desk. The first question is one that a phone takes along. */
export function useProofs(order: string, orders: boolean): Proof[] {
  const cases = useAsk(listCases, { mine: true, open: true, sort: 'due', limit: MANY })
  const answered = useAsk(myOrders, { open: false, limit: MANY }, { when: orders })
  return [
    ...(cases.data?.rows ?? []).map(({ id, title }) => ({ value: `case:${id}`, text: title, kind: 'case' as const })),
    ...(orders ? (answered.data?.rows ?? []) : [])
      .filter(({ id }) => id !== order)
      .map(({ id, title }) => ({ value: `order:${id}`, text: title, kind: 'order' as const })),
  ]
}

/** 'case:<id>' or 'order:<id>', as the command names them. */
export function proofOf(value: string | undefined): { case?: string; by?: string } {
  const [kind, id] = (value ?? '').split(':')
  return !id ? {} : kind === 'order' ? { by: id } : { case: id }
}

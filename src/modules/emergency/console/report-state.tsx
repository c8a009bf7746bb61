import type { Band } from '../contract.ts'
import { type ReportNode, standing } from '../parts/reports.ts'

/** One node in one round. */
export type Which = { activation: Band['id']; place: string; no: number }

export function StateChip({ node }: { node: ReportNode }) {
  const { tone, text } = standing(node)
  return (
    <span className="chip" data-tone={tone}>
      {text}
    </span>
  )
}

import type { OutputOf } from '#kernel/contract.ts'
import type { listDuties, suggestDuty } from '../contract.ts'
import { makeSuggest } from '../taxonomy/suggest.ts'

/** As `duties.suggest` answers, out of the duty list that a phone took along. */
export function suggestCarried({ rows }: OutputOf<typeof listDuties>): (text: string) => OutputOf<typeof suggestDuty> {
  const byCode = new Map(rows.map((duty) => [duty.code, duty]))
  const suggest = makeSuggest(rows)
  return (text) => ({
    rows: suggest(text, 5).flatMap((found) => {
      const duty = byCode.get(found)
      return duty ? [{ code: duty.code, name: duty.name, className: duty.className }] : []
    }),
  })
}

import Eye from 'lucide-react/icons/eye'
import { named } from '#kernel/messages.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { DAY_MS, dayOf, startOfDay } from '#kernel/clock.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Rows } from '#ui/kit/row.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { ago } from '#ui/time.ts'
import { groupLooks } from '../contract.ts'
import { looksTexts as t } from './messages.ts'

type Group = OutputOf<typeof groupLooks>['rows'][number]
export type Way = 'office' | 'purpose' | 'month'
/** What the list is narrowed to, and in which words that is said. */
export type Narrow = { what: string; office?: string; purpose?: string; from?: string; to?: string }

/** The looks at me, put together; a tap shows those of one group. */
export function LookGroups({ way, onChoose }: { way: Way; onChoose: (narrow: Narrow) => void }) {
  const asked = useAsk(groupLooks, {})
  const now = useNow()
  return (
    <Answered asked={asked}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty icon={<Eye aria-hidden />} text={t.none()} />
        ) : (
          <Card flush>
            <Rows>
              {together(rows, way).map(({ key, name, narrow, count, last }) => (
                <li key={key} className="row look">
                  <button type="button" className="row-body look-group" onClick={() => onChoose(narrow)}>
                    <span className="row-title">{name}</span>
                    <span className="quiet">
                      {t.times({ count })} · {t.lastAt({ when: ago(last, now) })}
                    </span>
                  </button>
                </li>
              ))}
            </Rows>
          </Card>
        )
      }
    </Answered>
  )
}

type Together = { key: string; name: string; narrow: Narrow; count: number; last: string }

function together(rows: readonly Group[], way: Way): Together[] {
  const groups = Map.groupBy(rows, (row) => keyOf(row, way))
  return [...groups].flatMap(([key, [first, ...rest]]) => {
    if (!first) return []
    const all = [first, ...rest]
    const name = nameOf(first, way)
    return {
      key,
      name,
      narrow: { what: name, ...narrowOf(first, way) },
      count: all.reduce((sum, { count }) => sum + count, 0),
      last:
        all
          .map(({ last }) => last)
          .toSorted()
          .at(-1) ?? first.last,
    }
  })
}

const keyOf = ({ office, purpose, month }: Group, way: Way): string =>
  way === 'office' ? office : way === 'purpose' ? (purpose?.key ?? '') : month

function nameOf({ organ, purpose, month, role }: Group, way: Way): string {
  if (way === 'office') return organ ?? (role === 'resident' || role === 'anonymous' ? t.yourself() : t.someOffice())
  if (way === 'purpose') return purpose ? named(purpose) : t.other()
  const [year = '', no = ''] = month.split('-')
  return t.month({ year, month: Number(no) })
}

function narrowOf({ office, purpose, month }: Group, way: Way): Omit<Narrow, 'what'> {
  if (way === 'office') return { office }
  if (way === 'purpose') return purpose ? { purpose: purpose.key } : {}
  const [year = 0, no = 0] = month.split('-').map(Number)
  const next = no === 12 ? `${year + 1}-01-01` : `${year}-${String(no + 1).padStart(2, '0')}-01`
  return { from: `${month}-01`, to: dayOf(startOfDay(next) - DAY_MS) }
}

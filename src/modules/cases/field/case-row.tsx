import { named } from '#kernel/messages.ts'
import { type Tone, State } from '#ui/kit/badge.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Row } from '#ui/kit/row.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { sentenceFor } from '#ui/kit/answer.tsx'
import { useCall } from '#ui/query.tsx'
import { goTo } from '#ui/route.tsx'
import { deadline } from '#ui/time.ts'
import { type CaseRow, getCase, listCases } from '../contract.ts'
import { acceptCase } from '../contract-acts.ts'
import { getFigures } from '../contract-figures.ts'
import type { Action } from '../lifecycle.ts'
import { stateText, toneOf } from '../parts/looks.ts'
import { nearName } from '../parts/near.ts'
import { todayTexts as t } from './messages.ts'

/** What to do first with a case, by what it offers; everything else waits on its page. */
const FIRST = ['accept', 'handle', 'verify', 'resume', 'assign'] as const satisfies readonly Action[]

export const CHANGED = [listCases, getCase, getFigures]

export function CaseItem({ row, now }: { row: CaseRow; now: number }) {
  const first = FIRST.find((action) => row.can.includes(action))
  const marks = [
    row.urgent && t.urgent(),
    row.reopened > 0 && t.reopened({ count: row.reopened }),
    row.bounced > 0 && t.bounced({ count: row.bounced }),
  ].filter(Boolean)
  const left = leftOf(row, now)
  return (
    <Row
      to={`/case/${row.id}`}
      title={row.title}
      sub={[named(row.kindName), nearName(row.placeName), ...marks].join(' · ')}
      state={<State tone={left.tone} text={left.text} />}
      aside={first && <First action={first} row={row} />}
    />
  )
}

/** What remains while a clock runs, else the state. */
export function leftOf(row: CaseRow, now: number): { tone: Tone; text: string } {
  const state = { tone: toneOf[row.state], text: stateText(row.state) }
  if (!row.dueAt || !row.clock?.running) return state
  return deadline(row.dueAt, now)
}

function First({ action, row }: { action: (typeof FIRST)[number]; row: CaseRow }) {
  const accept = useCall(acceptCase, CHANGED)
  const name = <span className="unseen"> {row.title}</span>
  if (action !== 'accept')
    return (
      <GoButton look="soft" to={`/case/${row.id}`} search={{ do: action }}>
        {t[action]()}
        {name}
      </GoButton>
    )
  const done = { onSuccess: () => toast(t.accepted()), onError: (error: Error) => failed(error, row.id) }
  return (
    <Button busy={accept.isPending} onClick={() => accept.mutate({ id: row.id, note: '' }, done)}>
      {t.accept()}
      {name}
    </Button>
  )
}

/** A refusal in a list has no place to stand: it is said, and the case opened. */
function failed(error: Error, id: string): void {
  toast(sentenceFor(error), 'late')
  goTo(`/case/${id}`)
}

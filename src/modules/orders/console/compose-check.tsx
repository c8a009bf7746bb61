import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Input } from 'antd'
import CircleCheck from 'lucide-react/icons/circle-check'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { CallError } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { counted } from '#ui/console/figures.ts'
import { refusalText } from '#ui/console/messages.ts'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { getOrder, issueOrder, listOrders, type OrderId } from '../contract.ts'
import { checkOrder } from '../contract-outlet.ts'
import { Beside } from './compose-beside.tsx'
import { composeTexts as t } from './compose-messages.ts'

type Found = OutputOf<typeof checkOrder>

/** 一个口子: what others ask already, what contradicts it, what it costs; then it leaves, or is proposed. */
export function Checking({ id }: { id: OrderId }) {
  const found = useAsk(checkOrder, { id })
  return (
    <div className="stack">
      <p className="quiet-ink">{t.checkingLead()}</p>
      <Shown of={found} lines={6}>
        {(seen) => (
          <>
            {seen.overlaps.length + seen.contradictions.length === 0 && !seen.needsSignature && (
              <p className="compose-clear">
                <CircleCheck size={18} aria-hidden />
                {t.clear()}
              </p>
            )}
            <Beside id={id} found={seen} />
            <BudgetPart budget={seen.budget} />
            <Leave id={id} found={seen} />
          </>
        )}
      </Shown>
    </div>
  )
}

const BudgetPart = ({ budget }: { budget: Found['budget'] }) => (
  <section className="compose-part">
    <h3>{t.budget()}</h3>
    <p>
      {t.budgetLine({ day: budget.day, limit: budget.limit, minutes: budget.minutes })}{' '}
      <strong className="strong">{budget.over > 0 ? t.budgetOver({ n: counted(budget.over) }) : t.budgetFine()}</strong>
    </p>
    {budget.over > 0 && (
      <>
        <p className="quiet-ink">{t.worst()}</p>
        <ul className="compose-worst">
          {budget.worst.map(({ place, name, minutes, orders }) => (
            <li key={place}>
              <span>{name}</span>
              <span className="num">{t.worstLine({ minutes, orders })}</span>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
)

function Leave({ id, found }: { id: OrderId; found: Found }) {
  const { permissions } = useActing()
  const [despite, setDespite] = useState('')
  const [tried, setTried] = useState(false)
  const issue = useCall(issueOrder, [listOrders, getOrder])
  const navigate = useNavigate()
  const { message } = App.useApp()
  const beside = [...found.overlaps, ...found.contradictions]
  const mustSay = beside.length > 0 && despite.trim().length < 2
  const send = async (): Promise<void> => {
    if (mustSay) return setTried(true)
    const seen = [...new Set(beside.map(({ order }) => order))]
    const done = await issue.mutateAsync({ id, seen, despite: despite.trim() }).catch(known)
    if (!done) return
    void message.success(done.state === 'proposed' ? t.proposed() : t.issued())
    void navigate({ to: `/orders/${id}` as '/' })
  }
  return (
    <section className="compose-part">
      {issue.error && <Alert type="error" showIcon role="alert" title={refusalText(issue.error)} />}
      {beside.length > 0 && (
        <label className="stack">
          <span>{t.despite()}</span>
          <Input.TextArea
            rows={2}
            maxLength={400}
            value={despite}
            status={tried && mustSay ? 'error' : ''}
            onChange={({ target }) => setDespite(target.value)}
          />
          {tried && mustSay && <span className="late-number">{t.despiteNeeded()}</span>}
        </label>
      )}
      <Button
        type="primary"
        size="large"
        loading={issue.isPending}
        disabled={found.total === 0 || !permissions.has('orders.issue')}
        onClick={() => void send()}
      >
        {found.needsSignature ? t.propose() : t.issue({ n: counted(found.total) })}
      </Button>
    </section>
  )
}

/** A refusal is shown above the button; anything else is a fault of ours. */
function known(problem: unknown): undefined {
  if (!(problem instanceof CallError)) throw problem
}

import CircleAlert from 'lucide-react/icons/circle-alert'
import Diamond from 'lucide-react/icons/diamond'
import { HOUR_MS, millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { getActivation } from '#modules/emergency/contract.ts'
import { decisionText, levelText } from '#modules/emergency/parts/word-messages.ts'
import { listOrders } from '#modules/orders/contract.ts'
import { leftOf } from '#modules/relief/parts/states.ts'
import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { Due, When } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { useTools } from './asked.ts'
import { roomTexts as t } from './messages.ts'
import { CALM_MS, type Room } from './use-room.ts'

type Matter = { key: string; text: string; to: string; late?: boolean; due?: string; since?: string; day?: string }
type Whole = OutputOf<typeof getActivation>

/** Shortly before, so that there is time to decide. */
const AHEAD_MS = 12 * HOUR_MS

/** What somebody of the command has to decide next, the gravest first. */
export function Waiting({ room }: { room: Room }) {
  const matters = useMatters(room)
  return (
    <Panel
      title={t.waiting()}
      note={
        matters.length > 0 && (
          <span className="chip" data-tone="late">
            {matters.length}
          </span>
        )
      }
      action={<Go to={`/emergency/${room.row.id}`}>{t.whole()}</Go>}
      flush
      className="room-waiting"
    >
      {matters.length === 0 ? (
        <p className="room-none quiet-ink">{t.nothingWaits()}</p>
      ) : (
        <ul className="room-scroll">
          {matters.map((one) => (
            <One key={one.key} matter={one} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

const One = ({ matter: { text, to, late, due, since, day } }: { matter: Matter }) => (
  <li>
    {late ? <CircleAlert size={16} aria-hidden data-tone="late" /> : <Diamond size={14} aria-hidden data-tone="soon" />}
    <span>
      <strong className="strong">{text}</strong>
      <span className="quiet-ink">
        {due ? (
          <Due dueAt={due} lamp={late ? 'red' : 'amber'} />
        ) : since ? (
          <When at={since} />
        ) : (
          day && t.byDay({ day })
        )}
      </span>
    </span>
    <Go to={to} className="quiet" label={`${t.decide()} ${text}`}>
      {t.decide()}
    </Go>
  </li>
)

function useMatters(room: Room): Matter[] {
  const now = useNow()
  const { permissions } = useActing()
  const one = useAsk(getActivation, { id: room.row.id }, { everyMs: CALM_MS })
  const signs = permissions.has('orders.sign')
  const toSign = useAsk(listOrders, { state: 'proposed', limit: 10 }, { when: signs, everyMs: CALM_MS })
  const tools = useTools(room)
  const all: Matter[] = [
    ...(tools.data ? pressing(tools.data) : []),
    ...(one.data ? ofResponse(one.data, now) : []),
    ...(toSign.data?.rows ?? []).map(({ id, title, dueAt }) => ({
      key: id,
      text: t.waitsSign({ title }),
      to: `/orders/${id}`,
      due: dueAt,
    })),
    ...owed(room),
  ]
  return all.toSorted((a, b) => Number(b.late ?? false) - Number(a.late ?? false))
}

function pressing({ calls, shelters, people }: NonNullable<ReturnType<typeof useTools>['data']>): Matter[] {
  const free = shelters.beds - shelters.inside - shelters.coming
  const homeless = leftOf(people) - shelters.coming
  return [
    ...(calls.urgent > 0 ? [{ key: 'calls', text: t.waitsCalls({ n: calls.urgent }), to: '/relief', late: true }] : []),
    ...(shelters.beds > 0 && free <= 0 && homeless > 0
      ? [{ key: 'beds', text: t.waitsBeds({ n: homeless }), to: '/relief', late: true }]
      : []),
  ]
}

function ofResponse({ id, decisions, reviewAt, can, endsAt, filing, state }: Whole, now: number): Matter[] {
  const to = `/emergency/${id}`
  const near = (at: string): boolean => millis(at) - now < AHEAD_MS
  const past = (at: string): boolean => millis(at) <= now
  return [
    ...decisions
      .filter((one) => one.can.includes('confirm'))
      .map(({ id: key, kind, level, proposedAt }) => ({
        key,
        text: t.waitsConfirm({ what: `${decisionText(kind)} ${levelText(level)}` }),
        to,
        since: proposedAt,
        late: true,
      })),
    ...(can.includes('review') && near(reviewAt)
      ? [{ key: 'review', text: t.waitsReview(), to, due: reviewAt, late: past(reviewAt) }]
      : []),
    ...(can.includes('extend') && state === 'active' && near(endsAt)
      ? [{ key: 'end', text: t.waitsEnd(), to, due: endsAt, late: false }]
      : []),
    ...(can.includes('file')
      ? [{ key: 'filing', text: t.waitsFiling(), to, late: filing.late, day: filing.dueDay }]
      : []),
  ]
}

/** The round of situation reports that this post has still to approve. */
const owed = ({ row }: Room): Matter[] =>
  row.report
    ? [
        {
          key: 'report',
          text: t.waitsReport({ no: row.report.no }),
          to: `/emergency/${row.id}/reports`,
          due: row.report.dueAt,
          late: row.report.late,
        },
      ]
    : []

import type { OutputOf } from '#kernel/contract.ts'
import { millis } from '#kernel/clock.ts'
import { READABLE } from '#modules/emergency/console/readable.ts'
import { lampOf } from '#modules/orders/console/lamp.ts'
import type { listOrders } from '#modules/orders/contract.ts'
import { TallyBar } from '#modules/orders/parts/tally-bar.tsx'
import { useActing } from '#ui/console/acting.ts'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { Due } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useInForceList } from './asked.ts'
import { roomTexts as t } from './messages.ts'
import type { Room } from './use-room.ts'

type Row = OutputOf<typeof listOrders>['rows'][number]

const since = (rows: readonly Row[], { row }: Room): Row[] =>
  rows.filter(({ issuedAt }) => issuedAt !== null && millis(issuedAt) >= millis(row.since))
const silentOf = ({ tally }: Row): number => tally?.silent ?? 0

/** Whose list is the longest to call by. */
export const mostSilent = (rows: readonly Row[], room: Room): Row | undefined =>
  since(rows, room).toSorted((a, b) => silentOf(b) - silentOf(a))[0]

/** Orders since it began, with how far each has come here; the bar's empty end is who is silent. */
export function RoomOrders({ room }: { room: Room }) {
  const { permissions } = useActing()
  const list = useInForceList(room)
  const action = (
    <>
      {permissions.has('orders.draft') && <Go to="/orders/new">{t.compose()}</Go>}
      <Go to="/orders">{t.all()}</Go>
    </>
  )
  return (
    <Panel title={t.inForce()} action={action} flush className="room-orders">
      <Shown of={list} lines={6}>
        {({ rows }) => {
          const own = since(rows, room)
          if (own.length === 0) return <Empty text={t.noneInForce()} />
          return (
            <section className="room-scroll" aria-label={t.inForce()} {...READABLE}>
              <ul>
                {own.map((row) => (
                  <One key={row.id} row={row} node={room.place} />
                ))}
              </ul>
            </section>
          )
        }}
      </Shown>
    </Panel>
  )
}

function One({ row, node }: { row: Row; node: string }) {
  const now = useNow()
  const { tally } = row
  return (
    <li>
      <div className="row spread">
        <Go className="overview-what" to={`/orders/${row.id}`} search={{ node }}>
          {row.title}
        </Go>
        <Due dueAt={row.dueAt} lamp={lampOf(row, now)} />
      </div>
      {tally && (
        <>
          <TallyBar tally={tally} />
          <div className="row spread quiet-ink">
            <span>
              {t.answersOf({
                answered: counted(tally.addressed - tally.silent),
                addressed: counted(tally.addressed),
              })}
              {tally.blocked > 0 && (
                <span className="orders-blocked"> · {t.blocked({ n: counted(tally.blocked) })}</span>
              )}
            </span>
            {tally.silent > 0 && (
              <Go
                to={`/orders/${row.id}`}
                search={{ node }}
                label={t.callList({ title: row.title })}
                {...(millis(row.dueAt) < now ? { className: 'late-number' } : {})}
              >
                {t.silent({ n: counted(tally.silent) })}
              </Go>
            )}
          </div>
        </>
      )}
    </li>
  )
}

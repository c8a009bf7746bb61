import { named } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { Due } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { listOrders, type OrderRow } from '../contract.ts'
import { myOrders } from '../contract-answers.ts'
import { numberText } from '../parts/number.ts'
import { lampOf } from './lamp.ts'
import { listTexts as t } from './messages.ts'
import { LiveWarnings } from './live-warnings.tsx'

const FEW = 6

/** What waits for the acting post: to be signed, to be answered, to be finished. Under it what the public is warned of. */
export function Yours() {
  const { permissions } = useActing()
  const signs = permissions.has('orders.sign')
  const writes = permissions.has('orders.draft') && permissions.has('orders.coverage')
  const proposed = useAsk(listOrders, { state: 'proposed', limit: FEW }, { when: signs })
  const received = useAsk(myOrders, { open: true, limit: FEW })
  const drafts = useAsk(listOrders, { state: 'draft', mine: true, limit: FEW }, { when: writes })
  const nothing =
    [proposed.data, received.data, drafts.data].every((one) => (one?.rows.length ?? 0) === 0) && !received.isFetching
  return (
    <div className="orders-side">
      <Panel title={t.yours()} flush className="orders-yours">
        <Shown of={received} lines={4}>
          {({ rows }) => (
            <>
              <Waiting title={t.toSign()} rows={proposed.data?.rows ?? []} action={t.sign()} />
              <Waiting
                title={t.toAnswer()}
                rows={rows.map((row) => ({ ...row, dueAt: row.due }))}
                action={t.reply()}
                search={{ mine: 'true' }}
              />
              <Waiting
                title={t.drafts()}
                rows={drafts.data?.rows ?? []}
                action={t.goesOn()}
                to={(id) => `/orders/new?id=${id}`}
              />
              {nothing && <Empty text={t.yoursNone()} />}
            </>
          )}
        </Shown>
      </Panel>
      <LiveWarnings />
    </div>
  )
}

type WaitingProps = {
  title: string
  rows: readonly OrderRow[]
  action: string
  search?: Record<string, string>
  to?: (id: string) => string
}

function Waiting({ title, rows, action, search = {}, to = (id) => `/orders/${id}` }: WaitingProps) {
  const now = useNow()
  if (rows.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {rows.map((row) => {
          const [path = '', query = ''] = to(row.id).split('?')
          const asked = { ...search, ...Object.fromEntries(new URLSearchParams(query)) }
          return (
            <li key={row.id}>
              <Go to={path} search={asked} className="orders-what">
                {row.title}
              </Go>
              <p className="quiet-ink">
                {[numberText(row.number), named(row.issuer.name)].filter(Boolean).join(' · ')}
              </p>
              <div className="row spread">
                <Due dueAt={row.dueAt} lamp={lampOf(row, now)} />
                <Go to={path} search={asked} className="quiet" label={`${action} ${row.title}`}>
                  {action}
                </Go>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

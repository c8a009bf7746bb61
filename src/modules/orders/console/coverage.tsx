import type { OutputOf } from '#kernel/contract.ts'
import { getPlace } from '#modules/places/contract.ts'
import { PlaceTrail } from '#modules/places/parts/place-trail.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { clockTime } from '#ui/console/when.ts'
import { millis } from '#kernel/clock.ts'
import { useAsk } from '#ui/query.tsx'
import type { OrderView, Tally } from '../contract.ts'
import { coverage } from '../contract-answers.ts'
import { settledOf, SPOKEN } from '../parts/looks.ts'
import { orderWords } from '../parts/messages.ts'
import { TallyBar } from '../parts/tally-bar.tsx'
import { CoverageMap } from './coverage-map.tsx'
import { oneTexts as t } from './messages.ts'

type Covered = OutputOf<typeof coverage>
const LIVE_MS = 10_000

/** The node of the tree that is looked at: from the address, else what the server takes for one's own. */
export function useNode(): [string | undefined, (node: string | undefined) => void] {
  const [address, change] = useAddress()
  return [address['node'], (node) => change({ node })]
}

/** How far it has come in one node, and below it: a row opens the next level down. */
export function Coverage({ order }: { order: OrderView }) {
  const [node, setNode] = useNode()
  const found = useAsk(coverage, { id: order.id, ...(node ? { node } : {}) }, { everyMs: LIVE_MS })
  const note = found.data && t.fresh({ when: clockTime(millis(found.data.at)) })
  return (
    <Panel title={t.figures()} note={note} flush className="order-coverage">
      <Shown of={found} lines={8}>
        {(covered) => (
          <>
            <Trail order={order} covered={covered} onNode={setNode} />
            <Head covered={covered} />
            <CoverageMap covered={covered} onNode={setNode} />
            <Places node={covered.node} rows={covered.children} onNode={setNode} />
          </>
        )}
      </Shown>
    </Panel>
  )
}

type Stepping = { onNode: (node: string | undefined) => void }

function Trail({ order, covered, onNode }: { order: OrderView; covered: Covered } & Stepping) {
  const found = useAsk(getPlace, { code: covered.node })
  const { place } = useActing()
  // Who stands below the root of the order sees nothing above the own place.
  const top = place.startsWith(order.place) ? place : order.place
  const path = (found.data?.path ?? []).filter(({ code }) => code.startsWith(top))
  return (
    <PlaceTrail
      className="order-trail"
      label={t.places()}
      path={path.length > 0 ? path : [{ code: covered.node, name: covered.nodeName }]}
      onOpen={onNode}
    />
  )
}

/** What remains is said first and largest. */
const Head = ({ covered: { tally, needs, relayed } }: { covered: Covered }) => (
  <div className="order-head">
    <p className="order-left-over">
      <strong>{counted(tally.addressed - settledOf(tally))}</strong>
      <span>{t.stillOpen()}</span>
      <span className="quiet-ink">
        / {orderWords.addressed()} {counted(tally.addressed)} {t.unit()}
      </span>
    </p>
    <TallyBar tally={tally} thick />
    <Key tally={tally} />
    {(needs.length > 0 || relayed > 0) && (
      <p className="order-needs">
        {needs.map(({ need, count }) => (
          <span key={need} className="chip" data-tone="soon">
            {orderWords[`need_${need}`]()} {counted(count)}
          </span>
        ))}
        {relayed > 0 && <span className="quiet-ink">{t.relayed({ n: relayed })}</span>}
      </p>
    )}
  </div>
)

const KEY = [...SPOKEN, 'silent'] as const
const ALWAYS: readonly string[] = ['done', 'blocked', 'silent']

const Key = ({ tally }: { tally: Tally }) => (
  <ul className="order-key">
    {KEY.filter((state) => tally[state] > 0 || ALWAYS.includes(state)).map((state) => (
      <li key={state}>
        <span className="answer-dot" data-answer={state} aria-hidden />
        {orderWords[state]()} <strong>{counted(tally[state])}</strong>
      </li>
    ))}
  </ul>
)

type Below = { node: string; rows: Covered['children'] } & Stepping

/** Who works at the node itself stands among the places below it, and leads nowhere. */
const Places = ({ node, rows, onNode }: Below) => (
  <Table
    caption={t.places()}
    rows={rows}
    keyOf={({ place }) => place}
    onOpen={({ place }) => place !== node && onNode(place)}
    empty={<Empty text={t.noChildren()} />}
    columns={[
      {
        key: 'name',
        title: t.place(),
        width: 128,
        cell: ({ place, name }) =>
          place === node ? (
            t.itself({ name })
          ) : (
            <button type="button" className="link order-place" onClick={() => onNode(place)}>
              {name}
            </button>
          ),
      },
      { key: 'bar', title: t.figures(), cell: (row) => <TallyBar tally={row} /> },
      {
        key: 'done',
        title: t.done(),
        width: 88,
        end: true,
        cell: (row) => (
          <>
            {counted(settledOf(row))} <span className="quiet-ink">/ {counted(row.addressed)}</span>
          </>
        ),
      },
      {
        key: 'blocked',
        title: orderWords.blocked(),
        width: 70,
        end: true,
        cell: ({ blocked }) => <span className={blocked > 0 ? 'orders-blocked' : 'quiet-ink'}>{counted(blocked)}</span>,
      },
      {
        key: 'silent',
        title: orderWords.silent(),
        width: 68,
        end: true,
        cell: ({ silent }) => (silent > 0 ? <strong className="strong">{counted(silent)}</strong> : <>0</>),
      },
    ]}
  />
)

import type { ReactNode } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import type { ordersRoom } from '#modules/orders/contract-room.ts'
import { settledOf } from '#modules/orders/parts/looks.ts'
import { TallyBar } from '#modules/orders/parts/tally-bar.tsx'
import type { reliefRoom } from '#modules/relief/contract-room.ts'
import { leftOf, movedOf } from '#modules/relief/parts/states.ts'
import { Shares } from '#ui/console/charts.tsx'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useInForceList, useOrders, useTools } from './asked.ts'
import { roomTexts as t } from './messages.ts'
import { mostSilent } from './orders.tsx'
import type { Room } from './use-room.ts'

type Tools = OutputOf<typeof reliefRoom>
type Orders = OutputOf<typeof ordersRoom>

/** Five numbers that say what is left to do; each leads to whom or what it counts. */
export function RoomFacts({ room }: { room: Room }) {
  const orders = useOrders(room)
  const tools = useTools(room)
  return (
    <>
      <Shown of={orders} lines={2}>
        {(found) => <Answers orders={found} room={room} />}
      </Shown>
      <Shown of={tools} lines={2}>
        {(found) => (
          <>
            {isSweeping(found) ? <Doors tools={found} /> : <People tools={found} />}
            {isAtHome(found) ? <Stays tools={found} /> : <Shelters tools={found} />}
            <Needs tools={found} />
            <Manned tools={found} />
          </>
        )}
      </Shown>
    </>
  )
}

/** Where doors are called at and nobody is moved, the doors are what is left. */
const isSweeping = ({ people, doors }: Tools): boolean => leftOf(people) + movedOf(people) === 0 && doors.total > 0

/** Where nobody is lodged and people stay at home, what is brought to them matters. */
const isAtHome = (tools: Tools): boolean =>
  tools.shelters.open === 0 &&
  (tools.stays.live > 0 || (isOpen(tools, 'relief.homeStay') && !isOpen(tools, 'relief.shelters')))

/** At the place itself or in some part of it: a city looks at two counties. */
const isOpen = ({ open, below }: Tools, tool: string): boolean =>
  open.includes(tool) || below.some((one) => one.tool === tool)

type FactProps = { title: string; aside?: ReactNode; children: ReactNode }
const Fact = ({ title, aside, children }: FactProps) => (
  <section className="fact">
    <header className="row spread">
      <h2>{title}</h2>
      {aside && <span className="quiet-ink">{aside}</span>}
    </header>
    {children}
  </section>
)

const Number = ({ left, of, tone }: { left: number; of: string; tone?: 'late' | undefined }) => (
  <p className="fact-number" data-tone={left > 0 ? tone : undefined}>
    {counted(left)} <small>{of}</small>
  </p>
)

const Parts = ({ children }: { children: ReactNode }) => <p className="room-parts">{children}</p>

function Answers({ orders: { orders, late, tally }, room }: { orders: Orders; room: Room }) {
  const list = useInForceList(room)
  const silent = mostSilent(list.data?.rows ?? [], room)
  if (orders === 0)
    return (
      <Fact title={t.orders()}>
        <p className="room-none">{t.noOrders()}</p>
      </Fact>
    )
  return (
    <Fact title={t.orders()} aside={t.ordersLive({ n: counted(orders) })}>
      <p className="fact-number">
        {counted(tally.addressed - tally.silent)} <small>{t.ofAddressed({ n: counted(tally.addressed) })}</small>
        <span className="room-silent">
          {tally.silent === 0 ? (
            <small>{t.noneSilent()}</small>
          ) : silent ? (
            <Go to={`/orders/${silent.id}`} search={{ node: room.place }}>
              {t.silent({ n: counted(tally.silent) })}
            </Go>
          ) : (
            t.silent({ n: counted(tally.silent) })
          )}
        </span>
      </p>
      <TallyBar tally={tally} thick />
      <Parts>
        <span>{t.settled({ n: counted(settledOf(tally)) })}</span>
        {tally.blocked > 0 && <span data-mark="soon">{t.blocked({ n: counted(tally.blocked) })}</span>}
        {late > 0 && <span data-mark="late">{t.lateOrders({ n: counted(late) })}</span>}
      </Parts>
    </Fact>
  )
}

function People({ tools }: { tools: Tools }) {
  const { people } = tools
  const [left, moved] = [leftOf(people), movedOf(people)]
  const parts = [
    { key: 'moved', name: '', value: moved, tone: 'deep' },
    { key: 'moving', name: '', value: people.moving, tone: 'blue' },
    { key: 'left', name: '', value: left - people.moving, tone: 'amber' },
  ]
  return (
    <Fact title={t.people()} aside={isOpen(tools, 'relief.evacuation') || left + moved > 0 ? undefined : t.closed()}>
      <Number left={left} of={t.ofPeople({ n: counted(left + moved) })} />
      <Shares parts={parts} />
      <Parts>
        <span>{t.moved({ n: counted(moved) })}</span>
        {people.moving > 0 && <span data-mark="work">{t.onWay({ n: counted(people.moving) })}</span>}
        {people.refused > 0 && <span data-mark="late">{t.refused({ n: counted(people.refused) })}</span>}
      </Parts>
    </Fact>
  )
}

const Doors = ({ tools: { doors, lines } }: { tools: Tools }) => (
  <Fact title={t.doors()}>
    <Number left={doors.left} of={t.ofDoors({ n: counted(doors.total) })} />
    <Shares
      parts={[
        { key: 'done', name: '', value: doors.total - doors.left, tone: 'deep' },
        { key: 'left', name: '', value: doors.left, tone: 'amber' },
      ]}
    />
    <Parts>
      <span>{t.doorsDone({ n: counted(doors.total - doors.left) })}</span>
      {lines.left > 0 && <span data-mark="soon">{t.lines({ n: counted(lines.left) })}</span>}
    </Parts>
  </Fact>
)

function Shelters({ tools }: { tools: Tools }) {
  const { shelters } = tools
  const { beds, inside, coming } = shelters
  const free = Math.max(0, beds - inside - coming)
  const parts = [
    { key: 'inside', name: '', value: inside, tone: 'deep' },
    { key: 'coming', name: '', value: coming, tone: 'blue' },
    { key: 'free', name: '', value: free, tone: 'pale' },
  ]
  const note = shelters.open > 0 || isOpen(tools, 'relief.shelters') ? undefined : t.closed()
  return (
    <Fact title={t.shelters()} aside={beds > 0 && free === 0 ? <span className="late-number">{t.full()}</span> : note}>
      <Number left={free} of={t.ofShelters({ n: counted(shelters.open) })} />
      <Shares parts={parts} />
      <Parts>
        <span>{t.inside({ n: counted(inside) })}</span>
        {coming > 0 && <span data-mark="work">{t.coming({ n: counted(coming) })}</span>}
      </Parts>
    </Fact>
  )
}

const Stays = ({ tools: { stays } }: { tools: Tools }) => (
  <Fact title={t.stays()}>
    <Number left={stays.live} of={t.ofStays()} />
    <Parts>{stays.waiting > 0 && <span data-mark="soon">{t.bringing({ n: counted(stays.waiting) })}</span>}</Parts>
  </Fact>
)

function Needs({ tools: { calls, stays, doors, problems } }: { tools: Tools }) {
  const parts = [
    [calls.waiting, t.calls],
    [stays.waiting, t.atHome],
    [doors.help, t.atDoors],
    [problems, t.ofFirms],
  ] as const
  const all = parts.reduce((sum, [n]) => sum + n, 0)
  return (
    <Fact
      title={t.needs()}
      aside={calls.urgent > 0 && <span className="late-number">{t.urgent({ n: counted(calls.urgent) })}</span>}
    >
      <Number left={all} of={t.needsUnit()} />
      <Parts>{parts.map(([n, say]) => n > 0 && <span key={say({ n: '' })}>{say({ n: counted(n) })}</span>)}</Parts>
    </Fact>
  )
}

function Manned({ tools: { seats, passes } }: { tools: Tools }) {
  const parts = [
    { key: 'taken', name: '', value: seats.taken, tone: 'deep' },
    { key: 'empty', name: '', value: seats.wanted - seats.taken, tone: 'amber' },
  ]
  return (
    <Fact title={t.manned()}>
      <Number left={seats.wanted - seats.taken} of={t.ofSeats({ n: counted(seats.wanted) })} />
      <Shares parts={parts} />
      <Parts>
        {passes.crossings > 0 && <span>{t.crossings({ n: counted(passes.crossings) })}</span>}
        {passes.crossings === 0 && <span>{t.seatsTaken({ n: counted(seats.taken) })}</span>}
      </Parts>
    </Fact>
  )
}

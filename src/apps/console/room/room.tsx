import { Select } from 'antd'
import { named } from '#kernel/messages.ts'
import { ScopeTrail } from '#modules/places/parts/scope.tsx'
import { Log } from '#modules/emergency/console/one-parts.tsx'
import { levelText } from '#modules/emergency/parts/word-messages.ts'
import { useAddress } from '#ui/console/address.ts'
import { Page } from '#ui/console/page.tsx'
import { RoomChildren } from './children.tsx'
import { RoomFacts } from './facts.tsx'
import { roomTexts as t } from './messages.ts'
import { RoomOrders } from './orders.tsx'
import { RoomReports } from './reports.tsx'
import { Resources } from './resources.tsx'
import { SituationMap } from './situation-map.tsx'
import type { InForce, Room } from './use-room.ts'
import { Views } from './views.tsx'
import { Waiting } from './waiting.tsx'
import '#modules/cases/console/overview.css'
import '#modules/orders/parts/orders.css'
import '#modules/emergency/console/emergency.css'
import './room.css'

/** The overview while something is in force: the same five facts, map and panels on one screen, of what is left to do. */
export function RoomPage({ room, rows }: { room: Room; rows: readonly InForce[] }) {
  return (
    <Page
      title={t.title()}
      trail={<ScopeTrail every />}
      actions={
        <>
          {rows.length > 1 && <Which rows={rows} now={room.row.id} />}
          <Views now="room" drill={room.row.drill} />
        </>
      }
      className="page-fit"
    >
      <div className="overview room">
        <div className="overview-facts panel">
          <RoomFacts room={room} />
        </div>
        <div className="overview-left">
          <RoomChildren room={room} />
          <RoomOrders room={room} />
        </div>
        <div className="overview-middle">
          <SituationMap room={room} />
          <RoomReports room={room} />
        </div>
        <div className="overview-right">
          <Waiting room={room} />
          <Log id={room.row.id} />
          <Resources room={room} />
        </div>
      </div>
    </Page>
  )
}

/** Two at once: a flood, and what came with it. */
function Which({ rows, now }: { rows: readonly InForce[]; now: string }) {
  const [, change] = useAddress()
  return (
    <Select
      aria-label={t.which()}
      value={now}
      style={{ width: 190 }}
      options={rows.map(({ id, name, level, drill }) => ({
        value: id as string,
        label: `${named(name)} ${levelText(level)}${drill ? ` · ${t.drill()}` : ''}`,
      }))}
      onChange={(response: string) => change({ response, place: undefined })}
    />
  )
}

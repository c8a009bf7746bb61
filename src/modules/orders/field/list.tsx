import '../parts/orders.css'
import './field.css'
import Megaphone from 'lucide-react/icons/megaphone'
import { useState } from 'react'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Tabs } from '#ui/kit/tabs.tsx'
import { said } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { useAsk, useLive, usePages } from '#ui/query.tsx'
import { myOrders } from '../contract-answers.ts'
import { OPEN } from './entry.tsx'
import { myTexts as t } from './messages.ts'
import { type MyOrder, OrderItem } from './order-row.tsx'

/** Orders addressed to my post, and to those for whom I stand in. */
export function MyOrders({ live = true }: { live?: boolean }) {
  const [view, setView] = useState<'open' | 'over'>('open')
  useLive('orders.', [myOrders], live)
  return (
    <Screen title={t.title()} up="/">
      <Tabs
        label={t.views()}
        tabs={[
          { key: 'open', text: t.open() },
          { key: 'over', text: t.over() },
        ]}
        chosen={view}
        onChoose={setView}
      />
      {view === 'open' ? <Open /> : <Over />}
    </Screen>
  )
}

/** The same question as on the first screen, so that it is at hand without a network. */
function Open() {
  const asked = useAsk(myOrders, OPEN)
  return (
    <Answered asked={asked} rows={3}>
      {({ rows }) => <List rows={rows} none={t.none()} />}
    </Answered>
  )
}

function Over() {
  const list = usePages(myOrders, { open: false, limit: 30 })
  return (
    <Answered asked={{ ...list, data: list.first }} rows={3}>
      {() => (
        <>
          <List rows={list.rows} none={t.noneOver()} />
          {list.hasNextPage && (
            <Button look="plain" wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {said.more()}
            </Button>
          )}
        </>
      )}
    </Answered>
  )
}

function List({ rows, none }: { rows: readonly MyOrder[]; none: string }) {
  const now = useNow()
  if (rows.length === 0)
    return (
      <Card>
        <Empty icon={<Megaphone aria-hidden />} text={none} />
      </Card>
    )
  return (
    <Card flush>
      <Rows label={t.title()}>
        {rows.map((row) => (
          <OrderItem key={row.id + row.who} row={row} now={now} />
        ))}
      </Rows>
    </Card>
  )
}

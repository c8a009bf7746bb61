import Sun from 'lucide-react/icons/sun'
import { type ReactNode, useState } from 'react'
import type { CallError } from '#ui/call.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note } from '#ui/kit/card.tsx'
import { Choose } from '#ui/kit/field.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Tabs } from '#ui/kit/tabs.tsx'
import { sendingTexts as t } from './sending-messages.ts'
import './bring.css'

type Row = { id: string; can: readonly string[] }
type View<R> = { key: string; text: string; none: string; rows: readonly R[] }
type ListScreenProps<R extends Row> = {
  title: string
  sub: ReactNode
  /** The lists that go on here, and which of them is shown. */
  lists: readonly { id: string; title: string }[]
  chosen: string
  onChoose: (id: string) => void
  /** What whoever goes has to know of the list. */
  lead: ReactNode
  asked: { first: object | undefined; error: CallError | null; refetch: () => unknown }
  views: readonly [View<R>, ...View<R>[]]
  /** Said when nothing can be noted any more. */
  closed: string
  card: (row: R) => ReactNode
}

/** So many that a thumb finds the next one. */
const AT_ONCE = 30

/** A list that one walks along: what is to do, what was found, a card each. */
export function ListScreen<R extends Row>(props: ListScreenProps<R>) {
  const { title, sub, lists, chosen, onChoose, lead, asked, views, closed, card } = props
  const [key, setKey] = useState(views[0].key)
  const view = views.find((one) => one.key === key) ?? views[0]
  const all = views.flatMap(({ rows }) => rows)
  return (
    <Screen title={title} sub={asked.first && sub} up="/">
      {lists.length > 1 && (
        <Choose
          label={t.which()}
          value={chosen}
          onText={onChoose}
          choices={lists.map((one) => ({ value: one.id, text: one.title }))}
        />
      )}
      {lead}
      <Answered asked={{ ...asked, data: asked.first }} rows={5}>
        {() => (
          <>
            {all.length > 0 && all.every(({ can }) => can.length === 0) && (
              <Note tone="void" icon={<Sun aria-hidden />}>
                <p>{closed}</p>
              </Note>
            )}
            <Tabs
              label={t.views()}
              tabs={views.map((one) => ({ key: one.key, text: one.text, count: one.rows.length }))}
              chosen={view.key}
              onChoose={setKey}
            />
            <Cards key={view.key} rows={view.rows} none={view.none} card={card} />
          </>
        )}
      </Answered>
    </Screen>
  )
}

function Cards<R extends Row>({ rows, none, card }: Pick<View<R>, 'rows' | 'none'> & { card: (row: R) => ReactNode }) {
  const [count, setCount] = useState(AT_ONCE)
  if (rows.length === 0) return <Nothing text={none} />
  return (
    <>
      {rows.slice(0, count).map(card)}
      {rows.length > count && (
        <Button look="plain" wide onClick={() => setCount(count + AT_ONCE)}>
          {t.more({ count: Math.min(AT_ONCE, rows.length - count) })}
        </Button>
      )}
    </>
  )
}

export const Nothing = ({ text }: { text: string }) => (
  <Card>
    <Empty icon={<Sun aria-hidden />} text={text} />
  </Card>
)

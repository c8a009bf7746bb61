import House from 'lucide-react/icons/house'
import MessageCircle from 'lucide-react/icons/message-circle'
import Users from 'lucide-react/icons/users'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { newId } from '#ui/call.ts'
import { Answered, Empty, Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { TextBox } from '#ui/kit/field.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { said } from '#ui/messages.ts'
import { useCall, usePages } from '#ui/query.tsx'
import { myDoors, say } from '../contract.ts'
import { MyFiles } from './my-files.tsx'
import { mineTexts as t } from './messages.ts'

type Answer = OutputOf<typeof myDoors>
type Mine = Answer['rows'][number]

/** 我联系的户: by bond or by post, in the order of the grids. */
export function MyDoors() {
  const list = usePages(myDoors, { limit: 50 })
  const [one, setOne] = useState<Mine>()
  return (
    <Screen title={t.title()} sub={t.sub()} up="/">
      <MyFiles />
      <Answered asked={{ data: list.first, error: list.error, refetch: list.refetch }} rows={6}>
        {({ organs }) => (
          <>
            <Doors rows={list.rows} onOpen={setOne} />
            {list.hasNextPage && (
              <Button look="plain" wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {said.more()}
              </Button>
            )}
            {organs.length > 0 && <Others rows={organs} />}
          </>
        )}
      </Answered>
      {one?.bond && <Say bond={one.bond} onClose={() => setOne(undefined)} />}
    </Screen>
  )
}

const Doors = ({ rows, onOpen }: { rows: readonly Mine[]; onOpen: (row: Mine) => void }) =>
  rows.length === 0 ? (
    <Empty icon={<House aria-hidden />} text={t.none()} />
  ) : (
    <Card flush>
      <Rows label={t.title()}>
        {rows.map((row) => {
          const shown = {
            icon: (
              <span className="tile done">
                <House aria-hidden />
              </span>
            ),
            title: row.address ?? row.placeName,
            sub: [row.head, ...row.kinds.map(({ name }) => named(name))].filter(Boolean).join(' · '),
            state: row.sayings > 0 ? t.sayings({ count: row.sayings }) : undefined,
          }
          const saying = row.bond && (
            <button
              type="button"
              className="round"
              aria-label={`${t.say()} · ${shown.title}`}
              onClick={() => onOpen(row)}
            >
              <MessageCircle aria-hidden />
            </button>
          )
          return <Row key={row.household} {...shown} to={`/door/${row.household}`} aside={saying} />
        })}
      </Rows>
    </Card>
  )

const Others = ({ rows }: { rows: Answer['organs'] }) => (
  <Part title={t.others()}>
    <Card flush>
      <Rows label={t.others()}>
        {rows.map((one) => (
          <Row
            key={one.bond ?? one.source.id}
            icon={
              <span className="tile work">
                <Users aria-hidden />
              </span>
            }
            title={named(one.kindName)}
            sub={[one.title, one.to.kind === 'place' ? one.to.id : '', one.from].filter(Boolean).join(' · ')}
          />
        ))}
      </Rows>
    </Card>
  </Part>
)

function Say({ bond, onClose }: { bond: NonNullable<Mine['bond']>; onClose: () => void }) {
  const [text, setText] = useState('')
  const send = useCall(say, [myDoors])
  const sent = (): void => {
    toast(t.said())
    onClose()
  }
  return (
    <Sheet title={t.say()} onClose={onClose}>
      <p className="quiet">{t.sayHint()}</p>
      <TextBox label={t.sayText()} value={text} onText={setText} maxLength={500} />
      <Failure error={send.error} />
      <Button
        wide
        busy={send.isPending}
        disabled={text.trim().length < 2}
        onClick={() => send.mutate({ id: newId() as never, bond, text: text.trim() }, { onSuccess: sent })}
      >
        {t.send()}
      </Button>
    </Sheet>
  )
}

import House from 'lucide-react/icons/house'
import Sun from 'lucide-react/icons/sun'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { said } from '#ui/messages.ts'
import { usePages } from '#ui/query.tsx'
import { listStays, type StayView } from '../../contract-stays.ts'
import { openNeeds } from '../../parts/stays.ts'
import { useRoom } from '../room.ts'
import { Home } from './home.tsx'
import { helpingTexts as t } from './messages.ts'
import { useUnsent } from './sending.ts'

/** Who stays at home and is helped by me: whoever waits first, each thing one tap. */
export function Helping() {
  const list = usePages(listStays, { mine: true, live: true, limit: 50 })
  const room = useRoom()
  const { brought } = useUnsent()
  const waits = (stay: StayView): number => openNeeds(stay).filter(({ id }) => !brought.has(id)).length
  const rows = list.rows.toSorted((a, b) => Number(waits(b) > 0) - Number(waits(a) > 0))
  const all = rows.reduce((sum, stay) => sum + waits(stay), 0)
  const closed = room && !room.isOpen('relief.homeStay')
  return (
    <Screen title={t.title()} sub={rows.length > 0 && t.sub({ people: rows.length, waits: all })} up="/">
      <Answered asked={{ ...list, data: list.first }} rows={3}>
        {() =>
          rows.length === 0 ? (
            <Card>
              <Empty icon={<House aria-hidden />} text={closed ? t.closed() : t.none()} />
            </Card>
          ) : (
            <>
              {rows.every(({ can }) => can.length === 0) && (
                <Note tone="done" icon={<Sun aria-hidden />}>
                  <p>{t.nowClosed()}</p>
                </Note>
              )}
              {rows.map((stay) => (
                <Home key={stay.id} stay={stay} />
              ))}
              {list.hasNextPage && (
                <Button look="plain" wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {said.more()}
                </Button>
              )}
            </>
          )
        }
      </Answered>
    </Screen>
  )
}

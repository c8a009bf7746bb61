import { useScope } from '#modules/places/parts/scope.tsx'
import { useAddress } from '#ui/console/address.ts'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { usePages } from '#ui/query.tsx'
import { type CallView, listCalls } from '../../contract-hotline.ts'
import { NotOpen } from '../not-open.tsx'
import { useOpened } from '../opened.ts'
import { ToolPage } from '../tool-page.tsx'
import { TakeCall } from './intake.tsx'
import { CallList } from './list.tsx'
import { callTexts as t } from './messages.ts'
import { OneCall } from './one.tsx'
import '../beside.css'
import './calls.css'

const TOOL = 'relief.hotline'

/** 求助热线: taken down on the left, waiting in the middle, sorted on the right, with the keyboard alone. */
export function CallsPage() {
  const { place } = useScope()
  const [address, change] = useAddress()
  const waiting = address['state'] !== 'sorted'
  const { asked, isOpen, partsOf } = useOpened(place)
  const list = usePages(listCalls, { place, waiting, limit: 200 })
  // A call comes from anywhere: whoever sits above a part where it is open takes it down for there.
  const open = isOpen(TOOL) || partsOf(TOOL).length > 0
  const rows = waiting ? list.rows.toSorted(byNeed) : list.rows.toSorted(byAnswer)
  const one = rows.find(({ id }) => id === address['one'])
  const nothing = asked.data && !open && waiting && list.first?.rows.length === 0
  const next = (): void => change({ one: rows.find(({ id }) => id !== one?.id)?.id })
  return (
    <ToolPage
      tool={TOOL}
      nothing={nothing ?? false}
      actions={asked.data && !nothing && !open && <NotOpen tool={TOOL} some={list.rows.length > 0} />}
    >
      <Shown of={asked} lines={10}>
        {(room) => (
          <div className={open ? 'relief-beside relief-calls' : 'relief-beside'}>
            {open && <TakeCall waiting={waiting ? rows : []} />}
            <CallList list={list} rows={rows} waiting={waiting} counts={room.calls} />
            <div className="relief-one">
              {one ? <OneCall key={one.id} of={one} onDone={next} /> : <Empty text={t.pick()} />}
            </div>
          </div>
        )}
      </Shown>
    </ToolPage>
  )
}

/** Danger first, then whoever has waited longest. */
const byNeed = (a: CallView, b: CallView): number =>
  Number(b.urgent) - Number(a.urgent) || a.takenAt.localeCompare(b.takenAt)
const byAnswer = (a: CallView, b: CallView): number => (b.answeredAt ?? '').localeCompare(a.answeredAt ?? '')

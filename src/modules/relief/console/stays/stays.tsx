import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { usePages } from '#ui/query.tsx'
import { listStays } from '../../contract-stays.ts'
import { NotOpen } from '../not-open.tsx'
import { useOpened } from '../opened.ts'
import { ToolPage } from '../tool-page.tsx'
import { StayList, STAY_VIEWS, type StayViewKey } from './list.tsx'
import { stayTexts as t } from './messages.ts'
import { OneStay } from './one.tsx'
import { StartStay } from './start-form.tsx'
import '../beside.css'

const TOOL = 'relief.homeStay'
const ASKED = { live: { live: true }, waiting: { live: true, waiting: true }, over: { live: false } } as const

/** 居家服务: who has to stay at home, what each still lacks, and who brings it. */
export function StaysPage() {
  const { place } = useScope()
  const [address] = useAddress()
  const view: StayViewKey = STAY_VIEWS.find((one) => one === address['state']) ?? 'live'
  const { asked, isOpen } = useOpened(place)
  const list = usePages(listStays, { place, limit: 100, ...ASKED[view] })
  const [starting, setStarting] = useState(false)
  const open = isOpen(TOOL)
  const one = list.rows.find(({ id }) => id === address['one'])
  const nothing = asked.data && !open && view === 'live' && list.first?.rows.length === 0
  return (
    <ToolPage
      tool={TOOL}
      nothing={nothing ?? false}
      actions={
        asked.data && !nothing && <Actions open={open} some={list.rows.length > 0} onStart={() => setStarting(true)} />
      }
    >
      <Shown of={asked} lines={10}>
        {(room) => (
          <div className="relief-beside">
            <StayList list={list} view={view} counts={room.stays} />
            <div className="relief-one">{one ? <OneStay key={one.id} of={one} /> : <Empty text={t.pick()} />}</div>
          </div>
        )}
      </Shown>
      {starting && <StartStay onClose={() => setStarting(false)} />}
    </ToolPage>
  )
}

function Actions({ open, some, onStart }: { open: boolean; some: boolean; onStart: () => void }) {
  const { permissions } = useActing()
  if (!open) return <NotOpen tool={TOOL} some={some} />
  return (
    permissions.has('relief.startStay') && (
      <button type="button" className="firm" onClick={onStart}>
        <Plus size={16} aria-hidden />
        {t.start()}
      </button>
    )
  )
}

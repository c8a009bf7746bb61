import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { usePages } from '#ui/query.tsx'
import { listPasses } from '../../contract-passes.ts'
import { NotOpen } from '../not-open.tsx'
import { useOpened } from '../opened.ts'
import { ToolPage } from '../tool-page.tsx'
import { GivePass } from './give-form.tsx'
import { PassList } from './list.tsx'
import { passTexts as t } from './messages.ts'
import { OnePass } from './one.tsx'
import '../beside.css'

const TOOL = 'relief.passes'

/** 通行证: given with a reason until an hour, held up at checkpoints as a code. */
export function PassesPage() {
  const { place } = useScope()
  const [address] = useAddress()
  const live = address['state'] !== 'over'
  const { asked, isOpen } = useOpened(place)
  const list = usePages(listPasses, { place, live, limit: 100 })
  const [giving, setGiving] = useState(false)
  const open = isOpen(TOOL)
  const one = list.rows.find(({ id }) => id === address['one'])
  const nothing = asked.data && !open && live && list.first?.rows.length === 0
  return (
    <ToolPage
      tool={TOOL}
      nothing={nothing ?? false}
      actions={
        asked.data && !nothing && <Actions open={open} some={list.rows.length > 0} onGive={() => setGiving(true)} />
      }
    >
      <Shown of={asked} lines={10}>
        {(room) => (
          <div className="relief-beside">
            <PassList list={list} live={live} counts={room.passes} />
            <div className="relief-one">{one ? <OnePass key={one.id} of={one} /> : <Empty text={t.pick()} />}</div>
          </div>
        )}
      </Shown>
      {giving && <GivePass onClose={() => setGiving(false)} />}
    </ToolPage>
  )
}

function Actions({ open, some, onGive }: { open: boolean; some: boolean; onGive: () => void }) {
  const { permissions } = useActing()
  if (!open) return <NotOpen tool={TOOL} some={some} />
  return (
    permissions.has('relief.givePass') && (
      <button type="button" className="firm" onClick={onGive}>
        <Plus size={16} aria-hidden />
        {t.give()}
      </button>
    )
  )
}

import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk, useLive, usePages } from '#ui/query.tsx'
import { ITEM_STATES, itemSums, listItems } from '../../contract-requisition.ts'
import { useOpenTool } from '../../parts/opened.ts'
import { ToolPage } from '../tool-page.tsx'
import { PayForm, ReturnForm } from './back-forms.tsx'
import { Ledger } from './ledger.tsx'
import { itemTexts as t } from './messages.ts'
import { type Doing, One } from './one.tsx'
import { SumStrip } from './sums.tsx'
import { TakeForm } from './take-form.tsx'
import '../beside.css'
import '../relief.css'
import './items.css'

const CHANGED = [listItems, itemSums]

/** 征用: the ledger is open to be read, given back from and paid from long after the tool has closed. */
export function ItemsPage() {
  const { place } = useScope()
  const { permissions } = useActing()
  const [address, change] = useAddress()
  const state = ITEM_STATES.find((each) => each === address['state'])
  const sums = useAsk(itemSums, { place })
  const list = usePages(listItems, { place, limit: 100, ...(state ? { state } : {}) })
  const one = list.rows.find(({ id }) => id === address['one'])
  const [taking, setTaking] = useState(false)
  const [doing, setDoing] = useState<Doing>()
  useLive('relief.', CHANGED)
  const open = useOpenTool('relief.requisition', place)
  // Receipts of an exercise are in the list, not in the sums.
  const nothing = open === false && !state && list.first?.rows.length === 0
  const close = () => setDoing(undefined)
  return (
    <ToolPage
      tool="relief.requisition"
      nothing={nothing}
      actions={
        open &&
        permissions.has('relief.takeItem') && (
          <button type="button" className="firm" onClick={() => setTaking(true)}>
            <Plus size={16} aria-hidden />
            {t.take()}
          </button>
        )
      }
    >
      <Shown of={sums} lines={10}>
        {({ states }) => (
          <div className="items" data-one={one ? '' : undefined}>
            <SumStrip sums={states} />
            <Ledger
              list={list}
              state={state}
              sums={states}
              shut={open === false}
              onChoose={({ id }) => change({ one: id })}
            />
            {one && <One item={one} onDo={setDoing} onClose={() => change({ one: undefined })} />}
          </div>
        )}
      </Shown>
      {taking && <TakeForm onClose={() => setTaking(false)} />}
      {one && doing === 'return' && <ReturnForm of={one} onClose={close} />}
      {one && doing === 'pay' && <PayForm of={one} onClose={close} />}
    </ToolPage>
  )
}

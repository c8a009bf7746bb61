import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { dayOf, isDay } from '#kernel/clock.ts'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useLive } from '#ui/query.tsx'
import { listShifts } from '../../contract-shifts.ts'
import { useOpenTool } from '../../parts/opened.ts'
import { ToolPage } from '../tool-page.tsx'
import { AssignForm, CancelForm, FreeForm } from './act-forms.tsx'
import { Hands } from './hands.tsx'
import { shiftTexts as t } from './messages.ts'
import { OfferForm } from './offer-form.tsx'
import { type Doing, One } from './one.tsx'
import { Week } from './week-table.tsx'
import '../beside.css'
import '../relief.css'
import './shifts.css'

/** 值守班次: a week of seats by post, with the gaps in sight; who stands there beside it. */
export function ShiftsPage() {
  const { place } = useScope()
  const { permissions } = useActing()
  const [address, change] = useAddress()
  const now = useNow()
  const list = useAsk(listShifts, { place })
  const [offering, setOffering] = useState(false)
  const [doing, setDoing] = useState<Doing>()
  useLive('relief.', [listShifts])
  const open = useOpenTool('relief.shifts', place)
  const rows = list.data?.rows ?? []
  const from = isDay(address['from'] ?? '') ? (address['from'] ?? '') : dayOf(now)
  const one = rows.find(({ id }) => id === address['shift'])
  const close = () => setDoing(undefined)
  return (
    <ToolPage
      tool="relief.shifts"
      nothing={open === false && list.data?.rows.length === 0}
      actions={
        open &&
        permissions.has('relief.offerShift') && (
          <button type="button" className="firm" onClick={() => setOffering(true)}>
            <Plus size={16} aria-hidden />
            {t.offer()}
          </button>
        )
      }
    >
      <Shown of={list} lines={10}>
        {() => (
          <div className="shifts" data-one={one ? '' : undefined}>
            <Hands rows={rows} />
            <Week
              rows={rows}
              from={from}
              shut={open === false}
              chosen={one?.id}
              onFrom={(day) => change({ from: day === dayOf(now) ? undefined : day })}
              onChoose={({ id }) => change({ shift: id })}
            />
            {one && <One of={one} open={open === true} onDo={setDoing} onClose={() => change({ shift: undefined })} />}
          </div>
        )}
      </Shown>
      {offering && <OfferForm spots={[...new Set(rows.map(({ spot }) => spot))]} onClose={() => setOffering(false)} />}
      {one && doing === 'assign' && <AssignForm of={one} onClose={close} />}
      {one && doing === 'cancel' && <CancelForm of={one} onClose={close} />}
      {doing && typeof doing === 'object' && <FreeForm of={doing} onClose={close} />}
    </ToolPage>
  )
}

import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useAsk, useLive } from '#ui/query.tsx'
import { listSweeps, type SweepView } from '../../contract-sweeps.ts'
import { useOpened } from '../opened.ts'
import { ToolPage } from '../tool-page.tsx'
import { CloseSweep } from './close-sweep.tsx'
import { DOOR_COUNTS } from './counts.ts'
import { sweepTexts as t } from './messages.ts'
import { OneSweep } from './one-sweep.tsx'
import { StartSweep } from './start-sweep.tsx'
import { SweepList } from './sweep-list.tsx'
import '../relief.css'
import './sweeps.css'

/** 包区清楼: which lists of doors there are, how far each is, and at which doors somebody has to be met still. */
export function SweepsPage() {
  const { place } = useScope()
  const { permissions } = useActing()
  const { asked, isOpen } = useOpened(place)
  const [address, change] = useAddress()
  const [doing, setDoing] = useState<'start' | SweepView>()
  const sweeps = useAsk(listSweeps, { place }, { everyMs: 30_000 })
  useLive('relief.', DOOR_COUNTS)
  const rows = sweeps.data?.rows ?? []
  const open = isOpen('relief.sweeps')
  const chosen = rows.find(({ id }) => id === address['sweep']) ?? rows.find(({ closedAt }) => !closedAt) ?? rows[0]
  const close = () => setDoing(undefined)
  return (
    <ToolPage
      tool="relief.sweeps"
      nothing={Boolean(asked.data && sweeps.data) && !open && rows.length === 0}
      actions={
        open &&
        permissions.has('relief.startSweep') && (
          <button type="button" className="firm" onClick={() => setDoing('start')}>
            <Plus size={16} aria-hidden />
            {t.start()}
          </button>
        )
      }
    >
      <Shown of={sweeps} lines={10}>
        {() =>
          chosen ? (
            <div className="sweeps">
              <SweepList rows={rows} chosen={chosen.id} onChoose={(id) => change({ sweep: id })} />
              <OneSweep key={chosen.id} sweep={chosen} open={open} onClose={() => setDoing(chosen)} />
            </div>
          ) : (
            <section className="panel relief-none">
              <Empty text={t.none()}>
                <p>{t.noneHint()}</p>
              </Empty>
            </section>
          )
        }
      </Shown>
      {doing === 'start' && <StartSweep onClose={close} onStarted={(id) => change({ sweep: id })} />}
      {typeof doing === 'object' && <CloseSweep of={doing} onClose={close} />}
    </ToolPage>
  )
}

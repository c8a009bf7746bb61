import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useActing } from '#ui/console/acting.ts'
import { Page } from '#ui/console/page.tsx'
import { Shown, Skeleton } from '#ui/console/shown.tsx'
import { useAsk, useLive } from '#ui/query.tsx'
import { reliefRoom } from '../contract-room.ts'
import { evacuationProgress, listShelters, type ShelterView } from '../contract-evacuation.ts'
import { leftOf, movedOf } from '../parts/states.ts'
import { Closed } from './closed.tsx'
import { EvacuateForm } from './evacuate-form.tsx'
import { type Counts, Figures, sumOf } from './figures.tsx'
import { reliefTexts as t } from './messages.ts'
import { People } from './people.tsx'
import { Places } from './places.tsx'
import { ReturnForm } from './return-form.tsx'
import { COUNTS } from './saying.ts'
import { aroundOf, hasList, ScopeTrail, useOpen, useScope } from './scope.tsx'
import { CloseForm, OpenForm } from './shelter-forms.tsx'
import { Shelters } from './shelters.tsx'
import './relief.css'

type Doing = 'start' | 'open' | 'allow' | ShelterView

/** Moving people and bringing them back: from the county down to the list of one village. Closed, it says so and shows nothing. */
export function ReliefPage() {
  const { place } = useScope()
  const open = useOpen(place)
  const progress = useAsk(evacuationProgress, { place }, { everyMs: 30_000 })
  const shelters = useAsk(listShelters, { place: aroundOf(place) }, { everyMs: 30_000 })
  const [doing, setDoing] = useState<Doing>()
  useLive('relief.', [...COUNTS, reliefRoom])
  const counts = progress.data && sumOf(progress.data)
  const listed = counts ? leftOf(counts) + movedOf(counts) + counts.elsewhere : 0
  const rows = shelters.data?.rows ?? []
  const known = open.asked.data && shelters.data && counts
  const nothing = known && !open.moving && !open.sheltering && listed === 0 && rows.length === 0
  return (
    <Page
      title={t.title()}
      trail={<ScopeTrail />}
      className="page-fit"
      actions={<Actions open={open} listed={listed > 0} onDo={setDoing} />}
    >
      <Shown of={open.asked} lines={10}>
        {() =>
          nothing ? (
            <Closed placeName={open.placeName} />
          ) : (
            <div className="relief">
              <Shown of={progress} lines={6}>
                {(answer) => <Board progress={answer} counts={sumOf(answer)} shelters={rows} open={open.moving} />}
              </Shown>
              {shelters.data ? (
                <Shelters rows={rows} closable={open.sheltering} onClose={setDoing} />
              ) : (
                <Skeleton lines={4} />
              )}
            </div>
          )
        }
      </Shown>
      {doing === 'start' && <EvacuateForm onClose={() => setDoing(undefined)} />}
      {doing === 'open' && <OpenForm onClose={() => setDoing(undefined)} />}
      {doing === 'allow' && <ReturnForm placeName={open.placeName} onClose={() => setDoing(undefined)} />}
      {typeof doing === 'object' && <CloseForm of={doing} onClose={() => setDoing(undefined)} />}
    </Page>
  )
}

type BoardProps = {
  progress: Parameters<typeof Places>[0]
  counts: Counts
  shelters: readonly ShelterView[]
  open: boolean
}
function Board({ progress, counts, shelters, open }: BoardProps) {
  const { place } = useScope()
  return (
    <>
      <Figures counts={counts} shelters={shelters} />
      {hasList(place) ? <People key={place} counts={counts} open={open} /> : <Places {...progress} />}
    </>
  )
}

type ActionsProps = { open: ReturnType<typeof useOpen>; listed: boolean; onDo: (doing: Doing) => void }
function Actions({ open: { asked, moving, sheltering, placeName }, listed, onDo }: ActionsProps) {
  const { place } = useScope()
  const { permissions } = useActing()
  return (
    <>
      {asked.data && !moving && listed && (
        <span className="chip" data-tone="soon">
          {hasList(place) ? t.readOnly() : t.notWhole({ place: placeName })}
        </span>
      )}
      {moving && listed && permissions.has('relief.allowReturn') && (
        <button type="button" className="quiet" onClick={() => onDo('allow')}>
          {t.allow()}
        </button>
      )}
      {sheltering && permissions.has('relief.openShelter') && (
        <button type="button" className="quiet" onClick={() => onDo('open')}>
          {t.open()}
        </button>
      )}
      {moving && permissions.has('relief.evacuate') && (
        <button type="button" className="firm" onClick={() => onDo('start')}>
          <Plus size={16} aria-hidden />
          {t.start()}
        </button>
      )}
    </>
  )
}

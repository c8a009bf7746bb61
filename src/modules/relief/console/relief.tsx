import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { Shown, Skeleton } from '#ui/console/shown.tsx'
import { useAsk, useLive } from '#ui/query.tsx'
import { reliefRoom } from '../contract-room.ts'
import { evacuationProgress, listShelters, type ShelterView } from '../contract-evacuation.ts'
import { leftOf, movedOf } from '../parts/states.ts'
import { EvacuateForm } from './evacuate-form.tsx'
import { type Counts, Figures, sumOf } from './figures.tsx'
import { reliefTexts as t } from './messages.ts'
import { useOpened } from './opened.ts'
import { People } from './people.tsx'
import { Places } from './places.tsx'
import { ReturnForm } from './return-form.tsx'
import { COUNTS } from './saying.ts'
import { aroundOf, hasList } from './scope.ts'
import { CloseForm, OpenForm } from './shelter-forms.tsx'
import { type ShelterAct, Shelters } from './shelters.tsx'
import { ToolPage } from './tool-page.tsx'
import { ToTools } from './to-tools.tsx'
import { TakeInForm, WalkIns } from './walk-ins.tsx'
import './relief.css'

type Doing = 'start' | 'open' | 'allow' | { act: ShelterAct; of: ShelterView }

/** The first of the tools, or the first that one may use. */
export function ReliefPage() {
  const { permissions } = useActing()
  return permissions.has('relief.evacuees') ? <Moving /> : <ToTools />
}

/** Moving people and bringing them back: from the county down to the list of one village. Closed, it says so and shows nothing. */
function Moving() {
  const { place } = useScope()
  const { asked, isOpen, placeName } = useOpened(place)
  const open = { moving: isOpen('relief.evacuation'), sheltering: isOpen('relief.shelters') }
  const progress = useAsk(evacuationProgress, { place }, { everyMs: 30_000 })
  const shelters = useAsk(listShelters, { place: aroundOf(place) }, { everyMs: 30_000 })
  const [doing, setDoing] = useState<Doing>()
  useLive('relief.', [...COUNTS, reliefRoom])
  const counts = progress.data && sumOf(progress.data)
  const listed = counts ? leftOf(counts) + movedOf(counts) + counts.elsewhere : 0
  const rows = shelters.data?.rows ?? []
  const known = asked.data && shelters.data && counts
  const nothing = known && !open.moving && !open.sheltering && listed === 0 && rows.length === 0
  const close = () => setDoing(undefined)
  return (
    <ToolPage
      tool="relief.evacuation"
      nothing={nothing ?? false}
      actions={asked.data && <Actions open={open} placeName={placeName} listed={listed > 0} onDo={setDoing} />}
    >
      <Shown of={asked} lines={10}>
        {() => (
          <div className="relief">
            <Shown of={progress} lines={6}>
              {(answer) => <Board progress={answer} counts={sumOf(answer)} shelters={rows} open={open.moving} />}
            </Shown>
            {shelters.data ? (
              <Shelters rows={rows} open={open.sheltering} onAct={(act, of) => setDoing({ act, of })} />
            ) : (
              <Skeleton lines={4} />
            )}
          </div>
        )}
      </Shown>
      {doing === 'start' && <EvacuateForm onClose={close} />}
      {doing === 'open' && <OpenForm onClose={close} />}
      {doing === 'allow' && <ReturnForm placeName={placeName} onClose={close} />}
      {typeof doing === 'object' && <AtShelter {...doing} onClose={close} />}
    </ToolPage>
  )
}

const SHELTER_FORMS = { close: CloseForm, take: TakeInForm, list: WalkIns } as const
function AtShelter({ act, ...given }: { act: ShelterAct; of: ShelterView; onClose: () => void }) {
  const ActForm = SHELTER_FORMS[act]
  return <ActForm {...given} />
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

type ActionsProps = {
  open: { moving: boolean; sheltering: boolean }
  placeName: string
  listed: boolean
  onDo: (doing: Doing) => void
}
function Actions({ open: { moving, sheltering }, placeName, listed, onDo }: ActionsProps) {
  const { place } = useScope()
  const { permissions } = useActing()
  return (
    <>
      {!moving && listed && (
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

import { useAddress } from '#ui/console/address.ts'
import { roomTexts as t } from './messages.ts'

export type View = 'room' | 'ordinary'

/** What was asked for; a drill does not push the ordinary work aside, the earnest does. */
export function useView(drill: boolean): View {
  const [{ view }] = useAddress()
  return view === 'room' || view === 'ordinary' ? view : drill ? 'ordinary' : 'room'
}

/** Ordinary work goes on beside it, on the page where it always was. */
export function Views({ now, drill }: { now: View; drill: boolean }) {
  const [, change] = useAddress()
  return (
    <span className="place-map-by" role="group" aria-label={t.views()}>
      <button type="button" aria-pressed={now === 'room'} onClick={() => change({ view: drill ? 'room' : undefined })}>
        {t.title()}
      </button>
      <button
        type="button"
        aria-pressed={now === 'ordinary'}
        onClick={() => change({ view: drill ? undefined : 'ordinary' })}
      >
        {t.ordinary()}
      </button>
    </span>
  )
}

import { useScope } from '#modules/places/parts/scope.tsx'
import { useOpened } from './opened.ts'
import { toolTexts as t } from './tool-messages.ts'

/** In the bar, where the act of a tool would stand: in which parts it is open, or that what is here can only be read. */
export function NotOpen({ tool, some }: { tool: string; some: boolean }) {
  const { place, setPlace } = useScope('state')
  const { partsOf } = useOpened(place)
  const parts = partsOf(tool)
  if (parts.length > 0)
    return (
      <span className="row">
        <span className="quiet-ink">{t.openIn()}</span>
        {parts.slice(0, MOST).map((one) => (
          <button key={one.place} type="button" className="quiet" onClick={() => setPlace(one.place)}>
            {one.name}
          </button>
        ))}
      </span>
    )
  return (
    some && (
      <span className="chip" data-tone="soon">
        {t.readOnly()}
      </span>
    )
  )
}
/** As many as the bar holds; the place can be chosen in the trail too. */
const MOST = 3

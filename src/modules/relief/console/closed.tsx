import Sun from 'lucide-react/icons/sun'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useOpened } from './opened.ts'
import { toolTexts as t } from './tool-messages.ts'

/** Nothing is open and nothing is listed: said calmly. It may be open in a part of the place. */
export function Closed({ tool, name }: { tool: string; name: string }) {
  const { place, setPlace } = useScope('state')
  const { placeName, partsOf } = useOpened(place)
  const parts = partsOf(tool)
  return (
    <section className="panel relief-closed">
      <Sun size={28} aria-hidden />
      <p>{t.closed({ place: placeName, tool: name })}</p>
      {parts.length > 0 && (
        <p className="relief-open-below" data-lead={t.closedHere({ place: placeName })}>
          {parts.map((one) => (
            <button key={one.place} type="button" className="quiet" onClick={() => setPlace(one.place)}>
              {one.name}
            </button>
          ))}
        </p>
      )}
    </section>
  )
}

import Sun from 'lucide-react/icons/sun'
import { getPlace, levelOf } from '#modules/places/contract.ts'
import { useAsk } from '#ui/query.tsx'
import { reliefTexts as t } from './messages.ts'
import { useOpen, useScope } from './scope.tsx'

/** Nothing is open and nobody is listed: said calmly. It may be open in a part of the place. */
export function Closed({ placeName }: { placeName: string }) {
  const { place } = useScope()
  const found = useAsk(getPlace, { code: place })
  const below = ['city', 'county'].includes(levelOf(place)) ? (found.data?.children ?? []) : []
  return (
    <section className="panel relief-closed">
      <Sun size={28} aria-hidden />
      <p>{t.closed({ place: placeName })}</p>
      <p className="relief-open-below" data-lead={t.closedHere({ place: placeName })}>
        {below.map(({ code, name }) => (
          <OpenBelow key={code} code={code} name={name} />
        ))}
      </p>
    </section>
  )
}

function OpenBelow({ code, name }: { code: string; name: string }) {
  const { setPlace } = useScope()
  const { moving, sheltering } = useOpen(code)
  if (!moving && !sheltering) return null
  return (
    <button type="button" className="quiet" onClick={() => setPlace(code)}>
      {name}
    </button>
  )
}

import Sun from 'lucide-react/icons/sun'
import { getPlace, levelOf } from '#modules/places/contract.ts'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useAsk } from '#ui/query.tsx'
import { useOpened } from './opened.ts'
import { toolTexts as t } from './tool-messages.ts'

/** Nothing is open and nothing is listed: said calmly. It may be open in a part of the place. */
export function Closed({ tool, name }: { tool: string; name: string }) {
  const { place } = useScope()
  const { placeName } = useOpened(place)
  const found = useAsk(getPlace, { code: place })
  const below = ['city', 'county'].includes(levelOf(place)) ? (found.data?.children ?? []) : []
  return (
    <section className="panel relief-closed">
      <Sun size={28} aria-hidden />
      <p>{t.closed({ place: placeName, tool: name })}</p>
      <p className="relief-open-below" data-lead={t.closedHere({ place: placeName })}>
        {below.map((one) => (
          <OpenBelow key={one.code} code={one.code} name={one.name} tool={tool} />
        ))}
      </p>
    </section>
  )
}

function OpenBelow({ code, name, tool }: { code: string; name: string; tool: string }) {
  const { setPlace } = useScope('state')
  const { isOpen } = useOpened(code)
  if (!isOpen(tool)) return null
  return (
    <button type="button" className="quiet" onClick={() => setPlace(code)}>
      {name}
    </button>
  )
}

import { ancestorAt, getPlace, levelOf } from '#modules/places/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { useAsk } from '#ui/query.tsx'
import { reliefRoom } from '../contract-room.ts'
import { reliefTexts as t } from './messages.ts'

/** Which place the page is about: from the address, else where one acts. */
export function useScope(): { place: string; top: string; setPlace: (code: string) => void } {
  const { place: top } = useActing()
  const [address, change] = useAddress()
  const asked = address['place'] ?? ''
  return {
    top,
    place: asked.startsWith(top) ? asked : top,
    setPlace: (code) => change({ place: code === top ? undefined : code, state: undefined }),
  }
}

/** From a village down there is a list of people; above it places. */
export const hasList = (place: string): boolean => ['village', 'grid', 'microgrid'].includes(levelOf(place))

/** Shelters of a village are often in the next one. */
export const aroundOf = (place: string): string => ancestorAt(place, 'county')

const EVERY_MS = 60_000
/** What is open at a place: a hold of the place or of one above it. */
export function useOpen(place: string) {
  const asked = useAsk(reliefRoom, { place }, { everyMs: EVERY_MS })
  const opened = new Set(asked.data?.open)
  return {
    asked,
    moving: opened.has('relief.evacuation'),
    sheltering: opened.has('relief.shelters'),
    placeName: asked.data?.placeName ?? '',
  }
}

/** From where one acts down to what is shown. */
export function ScopeTrail() {
  const { place, top, setPlace } = useScope()
  const found = useAsk(getPlace, { code: place })
  const path = (found.data?.path ?? []).filter(({ code }) => code.startsWith(top))
  return (
    <nav className="trail" aria-label={t.place()}>
      {path.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          className="link"
          aria-current={code === place ? 'true' : undefined}
          onClick={() => setPlace(code)}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}

import { getPlace, type Level, LEVELS, levelOf } from '#modules/places/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { useAsk } from '#ui/query.tsx'
import { bondTexts as t } from './messages.ts'

/** Which place a page is about: from the address, else where one acts. */
export function useScope(): { place: string; top: string; setPlace: (code: string) => void } {
  const { place: top } = useActing()
  const [address, change] = useAddress()
  const asked = address['place'] ?? ''
  return {
    top,
    place: asked.startsWith(top) ? asked : top,
    setPlace: (code) => change({ place: code === top ? undefined : code }),
  }
}

export const belowLevel = (code: string): Level => LEVELS[LEVELS.indexOf(levelOf(code)) + 1] ?? 'grid'

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

import { PlaceMap } from '#modules/places/parts/place-map.tsx'
import { levelOf } from '#modules/places/contract.ts'
import { SHADES } from '#modules/places/parts/map-plan.ts'
import { useState } from 'react'
import { mapCases } from '#modules/cases/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAsk } from '#ui/query.tsx'

const nothing = (): void => undefined

/** Where the place lies, shaded by what is open in it. */
export function Spot({ place, onOpen }: { place: string; onOpen: (code: string) => void }) {
  const { place: top, permissions } = useActing()
  const offered = SHADES[levelOf(place)]
  const [wanted, setWanted] = useState(offered[0])
  const by = wanted && offered.includes(wanted) ? wanted : (offered[0] ?? 'grid')
  const mine = permissions.has('cases.read') && place.startsWith(top)
  const found = useAsk(mapCases, { place, by }, { when: mine })
  return (
    <section className="panel places-map">
      <PlaceMap
        focus={place}
        top={place.slice(0, 4)}
        by={by}
        areas={found.data?.areas ?? []}
        points={[]}
        onFocus={onOpen}
        onBy={setWanted}
        onPoint={nothing}
      />
    </section>
  )
}

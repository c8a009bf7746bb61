import { getPlace } from '#modules/places/contract.ts'
import { PlaceFacts } from '#modules/places/console/place-facts.tsx'
import { PlaceTree } from '#modules/places/console/place-tree.tsx'
import { placeTexts as t } from '#modules/places/console/messages.ts'
import { PlaceTrail } from '#modules/places/parts/place-trail.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Page } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { Figures } from './figures.tsx'
import { Organs } from './organs.tsx'
import { Spot } from './spot.tsx'
import { Team } from './team.tsx'
import './places.css'

/** 区划: the tree on the left, one place with its team, organs, figures and history on the right. Put together here, since slices do not know one another. */
export function PlacesPage() {
  const { place: top } = useActing()
  const [address, change] = useAddress()
  const code = address['place'] ?? top
  const found = useAsk(getPlace, { code })
  const open = (place: string) => change({ place })
  return (
    <Page title={t.title()} trail={<PlaceTrail path={found.data?.path ?? []} onOpen={open} />} className="page-fit">
      <div className="places">
        <PlaceTree root={top.slice(0, 4)} open={code} path={found.data?.path ?? []} onOpen={open} />
        <div className="places-one">
          <Shown of={found} lines={10}>
            {(place) => <PlaceFacts found={place} onOpen={open} />}
          </Shown>
          <Team place={code} />
          <Organs place={code} />
        </div>
        <div className="places-side">
          <Figures place={code} />
          <Spot place={code} onOpen={open} />
        </div>
      </div>
    </Page>
  )
}

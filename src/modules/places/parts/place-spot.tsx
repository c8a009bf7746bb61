import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallError } from '#ui/call.ts'
import { Shown } from '#ui/console/shown.tsx'
import { CanvasMap } from '#ui/map/canvas-map.tsx'
import { ancestorAt, levelOf } from '../contract.ts'
import { planMap } from './map-plan.ts'
import { MapRights } from './map-rights.tsx'
import './place-map.css'

type PlaceSpotProps = { place: string; lon: number | null; lat: number | null; label: string; late: boolean }
const NOTHING = new Map<string, number>()
const nothing = (): void => undefined

/** Where one thing is: its grid among the grids of its village, with a point when it is known. */
export function PlaceSpot({ place, lon, lat, label, late }: PlaceSpotProps) {
  const focus = levelOf(place) === 'grid' || levelOf(place) === 'microgrid' ? ancestorAt(place, 'village') : place
  const plan = useQuery<Awaited<ReturnType<typeof planMap>>, CallError>({
    queryKey: ['outlines', focus, 'grid'],
    queryFn: () => planMap(focus, levelOf(focus) === 'county' ? 'township' : 'grid'),
  })
  const points = useMemo(
    () =>
      lon === null || lat === null
        ? []
        : [{ id: place, lon, lat, title: label, state: late ? ('late' as const) : ('work' as const) }],
    [place, lon, lat, label, late],
  )
  return (
    <div className="place-map">
      <Shown of={plan}>
        {(drawn) => (
          <>
            <CanvasMap
              {...drawn}
              {...{ label, points }}
              name={focus}
              values={NOTHING}
              steps={[]}
              chosen={place}
              onArea={nothing}
              onPoint={nothing}
              tell={(code) => drawn.shaded.find((area) => area.code === code)?.name}
            />
            <MapRights />
          </>
        )}
      </Shown>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { useScope } from '#modules/places/parts/scope.tsx'
import { type Drawn, planMap } from '#modules/places/parts/map-plan.ts'
import { MapRights } from '#modules/places/parts/map-rights.tsx'
import { ancestorAt, type Level, LEVELS, levelOf } from '#modules/places/contract.ts'
import type { reliefMap } from '#modules/relief/contract-room.ts'
import type { CallError } from '#ui/call.ts'
import { counted } from '#ui/console/figures.ts'
import { consoleTexts as c } from '#ui/console/messages.ts'
import { Shown } from '#ui/console/shown.tsx'
import { CanvasMap, type MapPoint } from '#ui/map/canvas-map.tsx'
import { Legend } from '#ui/map/legend.tsx'
import { stepsOf } from '#ui/map/ramp.ts'
import { useGround, useOrders } from './asked.ts'
import { roomTexts as t } from './messages.ts'
import { MapTable } from './map-table.tsx'
import { type Room, touches } from './use-room.ts'
import '#modules/places/parts/place-map.css'

export const LAYERS = ['silent', 'left', 'doors'] as const
export type Layer = (typeof LAYERS)[number]
export type Spot = OutputOf<typeof reliefMap>['points'][number]
/** Of a place of the map. */
export type Ground = Record<Layer, number>
const HOUR_MS = 3_600_000

/** The area of the response in shades of what is left to do, with where one can go and who stands guard. */
export function SituationMap({ room }: { room: Room }) {
  const { place, by } = room
  const [asTable, setAsTable] = useState(false)
  const [chosen, setChosen] = useState<Layer>()
  const { values, points } = useSituation(room)
  const plan = useQuery<Drawn, CallError>({
    queryKey: ['outlines', place, by],
    queryFn: () => planMap(place, by),
    staleTime: HOUR_MS,
    placeholderData: (was) => was,
  })
  const some = (layer: Layer) => [...values.values()].some((one) => one[layer] > 0)
  const layer = chosen ?? LAYERS.find(some) ?? 'silent'
  return (
    <section className="panel overview-map" aria-label={t.layer()}>
      <div className="place-map">
        <div className="place-map-tools">
          <span className="place-map-by">
            {LAYERS.filter((one) => one !== 'doors' || some('doors')).map((one) => (
              <button key={one} type="button" aria-pressed={one === layer} onClick={() => setChosen(one)}>
                {t[`layer_${one}`]()}
              </button>
            ))}
          </span>
          <button type="button" className="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? c.asPicture() : c.asTable()}
          </button>
        </div>
        <Shown of={plan}>
          {(drawn) =>
            asTable ? (
              <MapTable drawn={insideOf(drawn, room)} values={values} points={points} />
            ) : (
              <Picture room={room} drawn={insideOf(drawn, room)} {...{ values, points, layer }} />
            )
          }
        </Shown>
      </div>
    </section>
  )
}

function useSituation(room: Room): { values: ReadonlyMap<string, Ground>; points: readonly Spot[] } {
  const orders = useOrders(room).data?.places
  const ground = useGround(room).data
  const values = useMemo(() => {
    const found = new Map<string, Ground>()
    for (const { place, silent } of orders ?? []) found.set(place, { silent, left: 0, doors: 0 })
    for (const { place, left, doors } of ground?.places ?? [])
      found.set(place, { silent: found.get(place)?.silent ?? 0, left, doors })
    return found
  }, [orders, ground])
  return { values, points: ground?.points ?? NO_POINTS }
}
const NO_POINTS: never[] = []

/** What lies outside the area stays for orientation. */
function insideOf(drawn: Drawn, { row }: Room): Drawn {
  const shaded = drawn.shaded.filter(({ code }) => touches(row, code))
  if (shaded.length === drawn.shaded.length || shaded.length === 0) return drawn
  const outside = drawn.frames.filter(({ code }) => !touches(row, code))
  return {
    fit: shaded,
    around: [...drawn.around, ...drawn.shaded.filter(({ code }) => !touches(row, code)), ...outside],
    shaded,
    frames: drawn.frames.filter(({ code }) => touches(row, code)),
  }
}

type PictureProps = {
  room: Room
  drawn: Drawn
  values: ReadonlyMap<string, Ground>
  points: readonly Spot[]
  layer: Layer
}
function Picture({ room, drawn, values, points, layer }: PictureProps) {
  const { place, row } = room
  const { setPlace } = useScope()
  const shades = useMemo(() => new Map([...values].map(([code, one]) => [code, one[layer]])), [values, layer])
  const shown = useMemo(() => drawn.shaded.map(({ code }) => shades.get(code) ?? 0), [drawn, shades])
  const steps = useMemo(() => stepsOf(shown), [shown])
  const names = useMemo(
    () => new Map([...drawn.around, ...drawn.frames, ...drawn.shaded].map(({ code, name }) => [code, name])),
    [drawn],
  )
  const marks = useMemo(() => spread(points, STEPS[room.by]).map(markOf), [points, room.by])
  const tell = (code: string) => {
    const { silent = 0, left = 0 } = values.get(code) ?? {}
    return (
      <>
        <strong>{names.get(code) ?? code}</strong>
        <br />
        {touches(row, code) ? t.tell({ silent: counted(silent), left: counted(left) }) : t.outside()}
      </>
    )
  }
  return (
    <>
      <CanvasMap
        {...drawn}
        {...{ steps, tell }}
        values={shades}
        points={marks}
        label={t.mapOf({
          place: names.get(place) ?? row.area.map(({ name }) => name).join('、'),
          what: t[`unit_${layer}`](),
        })}
        name={`${place} ${row.id}`}
        onArea={(code) => {
          const below = LEVELS[Math.min(LEVELS.indexOf(levelOf(place)) + 1, LEVELS.indexOf('grid'))] ?? 'grid'
          if (touches(row, code)) setPlace(ancestorAt(code, below))
        }}
        onPoint={() => undefined}
      />
      <Legend title={t[`unit_${layer}`]()} steps={steps} most={Math.max(0, ...shown)} points={false}>
        {points.length > 0 && (
          <ul className="map-marks">
            <li data-mark="work" data-form="square">
              {t.shelter()}
            </li>
            <li data-mark="work" data-form="diamond">
              {t.post()}
            </li>
            <li data-mark="late">{t.short()}</li>
          </ul>
        )}
      </Legend>
      <MapRights />
    </>
  )
}

export const pointText = ({ sort, name, room, taken }: Spot): string =>
  sort === 'shelter' ? t.shelterAt({ name, free: Math.max(0, room - taken), room }) : t.postAt({ name, taken, room })

/** In degrees: as far as a name is high on a map of that level. */
const STEPS: Record<Level, number> = {
  city: 0.02,
  county: 0.02,
  township: 0.011,
  village: 0.003,
  grid: 0.0008,
  microgrid: 0.0008,
}

/** What lies at one and the same spot stands side by side, below the name that is written there. */
function spread(points: readonly Spot[], step: number): Spot[] {
  const spots = Map.groupBy(points, ({ lon, lat }) => `${lon} ${lat}`)
  return [...spots.values()].flatMap((all) =>
    all.map((one, at) => ({ ...one, lon: one.lon + step * (at - (all.length - 1) / 2), lat: one.lat - step })),
  )
}

/** A full shelter and a post short of people are what somebody has to see. */
const markOf = (spot: Spot): MapPoint => ({
  id: spot.id,
  lon: spot.lon,
  lat: spot.lat,
  title: `${pointText(spot)} · ${spot.placeName}`,
  form: spot.sort === 'shelter' ? 'square' : 'diamond',
  state: (spot.sort === 'shelter' ? spot.taken >= spot.room : spot.taken < spot.room) ? 'late' : 'work',
})

import { useQuery } from '@tanstack/react-query'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useMemo } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { ancestorAt, LEVELS, levelOf, parentOf } from '#modules/places/contract.ts'
import { type Drawn, planMap } from '#modules/places/parts/map-plan.ts'
import { MapRights } from '#modules/places/parts/map-rights.tsx'
import { belowLevel, useScope } from '#modules/places/parts/scope.tsx'
import type { CallError } from '#ui/call.ts'
import { Shown } from '#ui/console/shown.tsx'
import { CanvasMap } from '#ui/map/canvas-map.tsx'
import { Legend } from '#ui/map/legend.tsx'
import { stepsOf } from '#ui/map/ramp.ts'
import type { coverage, listGaps } from '../contract-coverage.ts'
import { bondTexts as t } from './messages.ts'
import '#modules/places/parts/place-map.css'

type Proof = OutputOf<typeof coverage>
type Gaps = OutputOf<typeof listGaps>['rows']
const HOUR_MS = 3_600_000

/** Where nobody answers: areas in shades, single doors as points once a village is open. The same numbers stand in the table beside. */
export function CoverageMap({ proof, gaps }: { proof: Proof | undefined; gaps: Gaps }) {
  const { place, top, setPlace } = useScope()
  const next = belowLevel(place)
  const by = !next || next === 'microgrid' ? 'grid' : next
  const plan = useQuery<Drawn, CallError>({
    queryKey: ['outlines', place, by],
    queryFn: () => planMap(place, by),
    staleTime: HOUR_MS,
    placeholderData: (was) => was,
  })
  const parent = parentOf(place)
  return (
    <section className="panel bonds-map place-map">
      {parent && place !== top && (
        <button type="button" className="quiet" onClick={() => setPlace(parent)}>
          <ArrowUp size={14} aria-hidden />
          {t.up()}
        </button>
      )}
      <Shown of={plan}>{(drawn) => <Picture {...{ drawn, proof, gaps }} />}</Shown>
    </section>
  )
}

const nothing = (): void => undefined

function Picture({ drawn, proof, gaps }: { drawn: Drawn; proof: Proof | undefined; gaps: Gaps }) {
  const { place, setPlace } = useScope()
  const counts = useMemo(() => new Map((proof?.areas ?? []).map((area) => [area.code, area])), [proof])
  const values = useMemo(
    () => new Map([...counts].map(([code, { households, reached }]) => [code, households - reached])),
    [counts],
  )
  const all = useMemo(() => [...values.values()], [values])
  const steps = useMemo(() => stepsOf(all), [all])
  const points = useMemo(
    () =>
      levelOf(place) === 'village' || levelOf(place) === 'grid'
        ? gaps.flatMap(({ household, lon, lat, address }) =>
            lon === null || lat === null
              ? []
              : [{ id: household, lon, lat, title: address ?? '', state: 'late' as const }],
          )
        : [],
    [gaps, place],
  )
  const names = useMemo(() => new Map(drawn.shaded.map(({ code, name }) => [code, name])), [drawn])
  const tell = (code: string) => (
    <>
      <strong>{names.get(code) ?? code}</strong>
      <br />
      {t.tellGaps({ gaps: values.get(code) ?? 0, households: counts.get(code)?.households ?? 0 })}
    </>
  )
  const below = LEVELS[Math.min(LEVELS.indexOf(levelOf(place)) + 1, LEVELS.indexOf('grid'))] ?? 'grid'
  return (
    <>
      <CanvasMap
        {...drawn}
        {...{ points, values, steps, tell }}
        label={t.mapLabel({ place: proof?.placeName ?? place, areas: drawn.shaded.length })}
        name={place}
        onArea={(code) => setPlace(ancestorAt(code, below))}
        onPoint={nothing}
      />
      <Legend title={t.legend()} steps={steps} most={Math.max(0, ...all)} points={false} />
      <MapRights />
    </>
  )
}

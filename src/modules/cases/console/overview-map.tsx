import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Level, levelOf } from '#modules/places/contract.ts'
import { SHADES } from '#modules/places/parts/map-plan.ts'
import { PlaceMap } from '#modules/places/parts/place-map.tsx'
import { belowLevel, useScope } from '#modules/places/parts/scope.tsx'
import { useAddress } from '#ui/console/address.ts'
import { Failed } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { mapCases } from '../contract.ts'
import type { Figures } from './overview-facts.tsx'

const MINUTE_MS = 60_000

/** Open cases where they are. */
export function CaseMap() {
  const { place, top, setPlace } = useScope()
  const [address, change] = useAddress()
  const navigate = useNavigate()
  const by = shadeOf(place, address['by'])
  const found = useAsk(mapCases, { place, by }, { everyMs: MINUTE_MS })
  const points = useMemo(
    () =>
      (found.data?.points ?? []).map(({ late, soon, ...point }) => ({
        ...point,
        state: late ? ('late' as const) : soon ? ('soon' as const) : ('work' as const),
      })),
    [found.data],
  )
  return (
    <section className="panel overview-map">
      {found.error && !found.data && <Failed error={found.error} again={() => found.refetch()} />}
      <PlaceMap
        {...{ focus: place, top, by, points }}
        areas={found.data?.areas ?? []}
        onFocus={setPlace}
        onBy={(level) => change({ by: level })}
        onPoint={(id) => void navigate({ to: `/cases/${id}` as '/' })}
      />
    </section>
  )
}

/** The finest that still reads well, unless the address asks for another that exists here. */
function shadeOf(place: string, asked: string | undefined): Level {
  const offered = SHADES[levelOf(place)]
  const level = Level.safeParse(asked)
  const usual = levelOf(place) === 'city' || levelOf(place) === 'county' ? 'village' : 'grid'
  return level.success && offered.includes(level.data) ? level.data : usual
}

const NO_POINTS: never[] = []
const nothing = (): void => undefined

/** For posts that see figures and no single case: the next level down, shaded by its numbers. */
export function FigureMap({ figures }: { figures: Figures | undefined }) {
  const { place, top, setPlace } = useScope()
  const below = belowLevel(place)
  const by = SHADES[levelOf(place)].find((level) => level === below) ?? 'grid'
  const areas = useMemo(
    () => (figures?.children ?? []).map(({ code, tally }) => ({ code, open: tally.open, late: tally.late })),
    [figures],
  )
  return (
    <section className="panel overview-map">
      <PlaceMap
        {...{ focus: place, top, by, areas }}
        points={NO_POINTS}
        onFocus={setPlace}
        onBy={nothing}
        onPoint={nothing}
        only
      />
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { ancestorAt, type Level, LEVELS, levelOf } from '#modules/places/contract.ts'
import { type Drawn, planMap } from '#modules/places/parts/map-plan.ts'
import { MapRights } from '#modules/places/parts/map-rights.tsx'
import type { CallError } from '#ui/call.ts'
import { Shown } from '#ui/console/shown.tsx'
import { CanvasMap } from '#ui/map/canvas-map.tsx'
import { Legend } from '#ui/map/legend.tsx'
import { stepsOf } from '#ui/map/ramp.ts'
import type { coverage } from '../contract-answers.ts'
import { settledOf } from '../parts/looks.ts'
import { oneTexts as t } from './messages.ts'
import '#modules/places/parts/place-map.css'

type Covered = OutputOf<typeof coverage>
type Given = { covered: Covered; onNode: (node: string) => void }
const HOUR_MS = 3_600_000

/** The level below, as far as there is one that the outlines know. */
const below = (node: string): Level =>
  LEVELS[Math.min(LEVELS.indexOf(levelOf(node)) + 1, LEVELS.indexOf('grid'))] ?? 'grid'

/** Where it is still open: the level below in shades. The same numbers stand in the table under it. */
export function CoverageMap({ covered, onNode }: Given) {
  const { node } = covered
  const plan = useQuery<Drawn, CallError>({
    queryKey: ['outlines', node, below(node)],
    queryFn: () => planMap(node, below(node)),
    staleTime: HOUR_MS,
    placeholderData: (was) => was,
  })
  return (
    <div className="place-map order-map">
      <Shown of={plan}>{(drawn) => <Picture drawn={drawn} covered={covered} onNode={onNode} />}</Shown>
    </div>
  )
}

const nothing = (): void => undefined
const NO_POINTS: never[] = []

function Picture({ drawn, covered, onNode }: Given & { drawn: Drawn }) {
  const { node, nodeName } = covered
  const rows = useMemo(() => new Map(covered.children.map((one) => [one.place, one])), [covered])
  const values = useMemo(
    () => new Map([...rows].map(([place, one]) => [place, one.addressed - settledOf(one)])),
    [rows],
  )
  const all = useMemo(() => [...values.values()], [values])
  const steps = useMemo(() => stepsOf(all), [all])
  const names = useMemo(() => new Map(drawn.shaded.map(({ code, name }) => [code, name])), [drawn])
  const tell = (code: string) => {
    const one = rows.get(code)
    return (
      <>
        <strong>{names.get(code) ?? code}</strong>
        <br />
        {one
          ? t.tellOpen({ open: one.addressed - settledOf(one), addressed: one.addressed, silent: one.silent })
          : t.tellNobody()}
      </>
    )
  }
  return (
    <>
      <CanvasMap
        {...drawn}
        {...{ values, steps, tell }}
        points={NO_POINTS}
        label={t.mapLabel({ place: nodeName })}
        name={node}
        onArea={(code) => {
          const place = ancestorAt(code, below(node))
          if (rows.has(place) && place !== node) onNode(place)
        }}
        onPoint={nothing}
      />
      <Legend title={t.legend()} steps={steps} most={Math.max(0, ...all)} points={false} />
      <MapRights />
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { type ReactNode, useMemo, useState } from 'react'
import type { CallError } from '#ui/call.ts'
import { consoleTexts as c } from '#ui/console/messages.ts'
import { Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { CanvasMap, type MapPoint } from '#ui/map/canvas-map.tsx'
import { Legend } from '#ui/map/legend.tsx'
import type { Area } from '#ui/map/outlines.ts'
import { stepsOf } from '#ui/map/ramp.ts'
import { levelTexts } from '#ui/messages.ts'
import { placeTexts as t } from '../console/messages.ts'
import { ancestorAt, type Level, LEVELS, levelOf, parentOf, pathOf } from '../contract.ts'
import { type Drawn, planMap, SHADES } from './map-plan.ts'
import { MapRights } from './map-rights.tsx'
import './place-map.css'

export type AreaCount = { code: string; open: number; late: number }
type PlaceMapProps = {
  focus: string
  /** The highest place that may be shown: a reader's own. */
  top: string
  by: Level
  areas: readonly AreaCount[]
  points: readonly MapPoint[]
  onFocus: (code: string) => void
  onBy: (by: Level) => void
  onPoint: (id: string) => void
  tools?: ReactNode
  /** No other level can be chosen. */
  only?: boolean
}

const BY = { county: t.byCounty, township: t.byTownship, village: t.byVillage, grid: t.byGrid } as const
const HOUR_MS = 3_600_000

/** The city as a map: shaded by a level, points on top, a click goes one level down; the same as a table behind a button. */
export function PlaceMap(props: PlaceMapProps) {
  const { focus, by, areas } = props
  const [asTable, setAsTable] = useState(false)
  const plan = useQuery<Drawn, CallError>({
    queryKey: ['outlines', focus, by],
    queryFn: () => planMap(focus, by),
    staleTime: HOUR_MS,
    placeholderData: (was) => was,
  })
  const counts = useMemo(() => new Map(areas.map((area) => [area.code, area])), [areas])
  return (
    <div className="place-map">
      <div className="place-map-tools">
        <Levels {...props} />
        <span className="row">
          {props.tools}
          <button type="button" className="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? c.asPicture() : c.asTable()}
          </button>
        </span>
      </div>
      <Shown of={plan}>
        {(drawn) =>
          asTable ? (
            <Twin {...props} drawn={drawn} counts={counts} />
          ) : (
            <Picture {...props} drawn={drawn} counts={counts} />
          )
        }
      </Shown>
    </div>
  )
}

function Levels({ focus, top, by, onBy, onFocus, only = false }: PlaceMapProps) {
  const parent = parentOf(focus)
  return (
    <span className="row">
      <span className="place-map-by">
        {SHADES[levelOf(focus)]
          .filter((level) => !only || level === by)
          .map((level) => (
            <button
              key={level}
              type="button"
              aria-pressed={level === by}
              aria-label={`${t.by()} ${levelTexts[level]()}`}
              onClick={() => onBy(level)}
            >
              {level in BY ? BY[level as keyof typeof BY]() : level}
            </button>
          ))}
      </span>
      {parent && focus !== top && (
        <button type="button" className="quiet" onClick={() => onFocus(parent)}>
          <ArrowUp size={14} aria-hidden />
          {t.up()}
        </button>
      )}
    </span>
  )
}

type Known = PlaceMapProps & { drawn: Drawn; counts: ReadonlyMap<string, AreaCount> }

function Picture({ focus, by, points, onFocus, onPoint, drawn, counts }: Known) {
  const values = useMemo(() => new Map([...counts].map(([code, { open }]) => [code, open])), [counts])
  const shownValues = useMemo(() => drawn.shaded.map(({ code }) => values.get(code) ?? 0), [drawn.shaded, values])
  const steps = useMemo(() => stepsOf(shownValues), [shownValues])
  const nameOf = useMemo(() => namesIn([...drawn.around, ...drawn.fit, ...drawn.frames, ...drawn.shaded]), [drawn])
  const tell = (code: string) => (
    <>
      <strong>{pathOf(code).map(nameOf).filter(Boolean).slice(-2).join(' · ')}</strong>
      <br />
      {t.openLate({ open: counts.get(code)?.open ?? 0, late: counts.get(code)?.late ?? 0 })}
    </>
  )
  const label = t.mapOf({
    place: nameOf(focus) ?? focus,
    by: levelTexts[by](),
    areas: drawn.shaded.length,
    points: points.length,
  })
  return (
    <>
      <CanvasMap
        {...drawn}
        {...{ label, points, values, steps, tell, onPoint }}
        name={focus}
        onArea={(code) => onFocus(nextBelow(focus, code))}
      />
      <Legend title={t.openLegend()} steps={steps} most={Math.max(0, ...shownValues)} points={points.length > 0} />
      <MapRights />
    </>
  )
}

const namesIn = (areas: readonly Area[]) => {
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  return (code: string): string | undefined => names.get(code)
}

/** A click on a village of another county goes to that county first: county, township, village, grid. */
const nextBelow = (focus: string, code: string): string =>
  ancestorAt(code, LEVELS[Math.min(LEVELS.indexOf(levelOf(focus)) + 1, LEVELS.indexOf('grid'))] ?? 'grid')

function Twin({ focus, onFocus, drawn, counts }: Known) {
  const rows = drawn.shaded
    .map(({ code, name }) => ({ code, name, open: counts.get(code)?.open ?? 0, late: counts.get(code)?.late ?? 0 }))
    .sort((a, b) => b.late - a.late || b.open - a.open || (a.code < b.code ? -1 : 1))
  return (
    <Table
      caption={t.tableOf()}
      rows={rows}
      keyOf={({ code }) => code}
      columns={[
        {
          key: 'name',
          title: t.area(),
          cell: ({ code, name }) => (
            <button type="button" className="link" onClick={() => onFocus(nextBelow(focus, code))}>
              {name}
            </button>
          ),
        },
        { key: 'code', title: t.code(), width: 150, cell: ({ code }) => code },
        { key: 'open', title: t.open(), width: 80, end: true, cell: ({ open }) => open },
        {
          key: 'late',
          title: t.late(),
          width: 80,
          end: true,
          cell: ({ late }) => (late > 0 ? <span className="late-number">{late}</span> : 0),
        },
      ]}
    />
  )
}

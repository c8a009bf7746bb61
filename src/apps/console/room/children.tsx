import { useMemo } from 'react'
import { belowLevel, useScope } from '#modules/places/parts/scope.tsx'
import { type ReportNode, round, standing } from '#modules/emergency/parts/reports.ts'
import { ancestorAt, getPlace } from '#modules/places/contract.ts'
import { counted } from '#ui/console/figures.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, Table } from '#ui/console/table.tsx'
import { levelTexts } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { useGround, useOrders } from './asked.ts'
import { roomTexts as t } from './messages.ts'
import { CALM_MS, reportNode, type Room, touches } from './use-room.ts'

type Sums = { silent: number; left: number; doors: number }
/** Without numbers as long as they are not here: a zero would be a word. */
type Line = Partial<Sums> & { code: string; name: string; report: ReportNode | undefined }
const KEYS = ['left', 'silent', 'doors'] as const
const NOTHING: Sums = { silent: 0, left: 0, doors: 0 }

/** What is left in each place one level down, the most first; a click goes there. */
export function RoomChildren({ room }: { room: Room }) {
  const { place } = room
  const { setPlace } = useScope()
  const level = belowLevel(place) ?? 'grid'
  const here = useAsk(getPlace, { code: place as never })
  const sums = useSums(room)
  const reports = useReports(room)
  const title = t.compare({ level: levelTexts[level]() })
  return (
    <Panel title={title} flush className="overview-children">
      <Shown of={here} lines={6}>
        {({ children }) => {
          const rows = children
            .filter(({ code }) => touches(room.row, code))
            .map(({ code, name }): Line => ({
              code,
              name,
              ...(sums && (sums.get(code) ?? NOTHING)),
              report: reports.find((one) => one.place === code),
            }))
          return (
            <Table
              caption={title}
              rows={rows.toSorted(
                (a, b) => KEYS.map((key) => (b[key] ?? 0) - (a[key] ?? 0)).find((by) => by !== 0) ?? 0,
              )}
              keyOf={({ code }) => code}
              onOpen={({ code }) => setPlace(code)}
              empty={<Empty text={t.outside()} />}
              columns={columnsFor(rows, setPlace, level !== 'grid')}
            />
          )
        }}
      </Shown>
    </Panel>
  )
}

/** What the map tells apart, summed to one level below. */
function useSums(room: Room): ReadonlyMap<string, Sums> | undefined {
  const orders = useOrders(room).data?.places
  const ground = useGround(room).data?.places
  const level = belowLevel(room.place) ?? 'grid'
  return useMemo(() => {
    const sums = new Map<string, Sums>()
    const add = (code: string, more: Partial<Sums>) => {
      const at = ancestorAt(code, level)
      const was = sums.get(at) ?? NOTHING
      sums.set(at, {
        silent: was.silent + (more.silent ?? 0),
        left: was.left + (more.left ?? 0),
        doors: was.doors + (more.doors ?? 0),
      })
    }
    if (!orders || !ground) return undefined
    for (const { place, silent } of orders) add(place, { silent })
    for (const { place, left, doors } of ground) add(place, { left, doors })
    return sums
  }, [orders, ground, level])
}

/** Above the response itself stands nothing that reports to it: there the node itself is the only row that does. */
function useReports(room: Room): readonly ReportNode[] {
  const node = reportNode(room)
  const asked = { activation: room.row.id, place: node as never }
  const { data } = useAsk(round, asked, { when: node !== undefined, everyMs: CALM_MS })
  if (!data) return []
  return node === room.place ? data.children : [data.node]
}

/** A grid does not report by itself. */
function columnsFor(rows: readonly Line[], setPlace: (code: string) => void, reporting: boolean): Column<Line>[] {
  const some = (key: keyof Sums) => rows.some((one) => (one[key] ?? 0) > 0)
  const number = (key: keyof Sums, title: string): Column<Line> => ({
    key,
    title,
    width: 66,
    end: true,
    cell: ({ [key]: n }) => (n ? <strong className="strong">{counted(n)}</strong> : (n ?? '–')),
  })
  return [
    {
      key: 'name',
      title: t.place(),
      cell: ({ code, name }) => (
        <button type="button" className="link link-ink" onClick={() => setPlace(code)}>
          {name}
        </button>
      ),
    },
    number('silent', t.silentColumn()),
    ...(some('left') || !some('doors') ? [number('left', t.leftColumn())] : []),
    ...(some('doors') ? [number('doors', t.doorsColumn())] : []),
    ...(reporting ? [REPORT] : []),
  ]
}

const REPORT: Column<Line> = {
  key: 'report',
  title: t.reportColumn(),
  width: 104,
  cell: ({ report }) => report && <Standing node={report} />,
}

function Standing({ node }: { node: ReportNode }) {
  const { tone, text } = standing(node)
  return (
    <span className="chip" data-tone={tone} title={text}>
      {text}
    </span>
  )
}

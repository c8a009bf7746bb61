import { belowLevel, useScope } from '#modules/places/parts/scope.tsx'
import type { CallError } from '#ui/call.ts'
import { share } from '#ui/console/figures.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { levelTexts } from '#ui/messages.ts'
import { overviewTexts as t } from './messages.ts'
import { closedBy, type Figures, lowShare } from './overview-facts.tsx'

export type Asked = { data: Figures | undefined; error: CallError | null; isFetching: boolean; refetch: () => unknown }

/** The places one level down beside one another; a click goes there. */
export function Children({ figures }: { figures: Asked }) {
  const { place, setPlace } = useScope()
  const level = belowLevel(place) ?? 'grid'
  return (
    <Panel title={t.compare({ level: levelTexts[level]() })} flush className="overview-children">
      <Shown of={figures} lines={6}>
        {({ children }) => (
          <Table
            caption={t.compare({ level: levelTexts[level]() })}
            rows={[...children].sort((a, b) => b.tally.late - a.tally.late || b.tally.open - a.tally.open)}
            keyOf={({ code }) => code}
            onOpen={({ code }) => setPlace(code)}
            empty={<Empty text={t.noChildren()} />}
            columns={[
              {
                key: 'name',
                title: t.place(),
                cell: ({ code, name }) => (
                  <button type="button" className="link link-ink" onClick={() => setPlace(code)}>
                    {name}
                  </button>
                ),
              },
              { key: 'open', title: t.openColumn(), width: 46, end: true, cell: ({ tally }) => tally.open },
              {
                key: 'late',
                title: t.lateColumn(),
                width: 46,
                end: true,
                cell: ({ tally }) => <Red count={tally.late} />,
              },
              {
                key: 'low',
                title: t.lowColumn(),
                width: 76,
                end: true,
                cell: ({ tally }) => (
                  <span title={t.ofAll({ part: tally.closedGrid + tally.closedVillage, whole: closedBy(tally) })}>
                    {lowShare(tally)}
                  </span>
                ),
              },
              {
                key: 'confirmed',
                title: t.confirmedColumn(),
                width: 76,
                end: true,
                cell: ({ tally: { confirmed, silent, claimed } }) => (
                  <span title={t.ofAll({ part: confirmed, whole: confirmed + silent + claimed })}>
                    {share(confirmed, confirmed + silent + claimed)}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Shown>
    </Panel>
  )
}

const Red = ({ count }: { count: number }) => (count > 0 ? <span className="late-number">{count}</span> : <>0</>)

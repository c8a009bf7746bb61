import { useState } from 'react'
import { When } from '#ui/console/moment.tsx'
import type { Column } from '#ui/console/table.tsx'
import { exactTime } from '#ui/console/when.ts'
import { usePages } from '#ui/query.tsx'
import { type DoorView, sweepDoors } from '../../contract-sweeps.ts'
import { doorWords } from '../../parts/door-messages.ts'
import { doorText, helpText, TONE_OF_DOOR } from '../../parts/doors.ts'
import { PagedTable } from '../paged-table.tsx'
import { HelpForm, KnockForm } from './door-forms.tsx'
import { sweepTexts as t } from './messages.ts'
import { type DoorsView, ONLY } from './views.tsx'

type DoorsProps = { sweep: string; place: string; view: DoorsView }
type Doing = { what: 'knock' | 'help'; of: DoorView }

/** Doors of one view; what is noted changes its row at once, so that a list is asked for no more often than it is looked at. */
export function Doors({ sweep, place, view }: DoorsProps) {
  const list = usePages(sweepDoors, { sweep: sweep as never, place, limit: 100, ...ONLY[view] })
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  return (
    <>
      <PagedTable
        caption={t.list()}
        list={list}
        rows={list.rows}
        columns={columnsOf(place, setDoing)}
        empty={t.listEmpty()}
      />
      {doing?.what === 'knock' && <KnockForm of={doing.of} onClose={close} />}
      {doing?.what === 'help' && <HelpForm of={doing.of} onClose={close} />}
    </>
  )
}

const columnsOf = (place: string, onDo: (doing: Doing) => void): Column<DoorView>[] => [
  {
    key: 'door',
    title: t.door(),
    cell: ({ address, placeName, place: grid }) => (
      <span title={placeName}>
        <strong className="strong">{address}</strong>{' '}
        {grid !== place && <span className="quiet-ink">{placeName.split(' · ').at(-1)}</span>}
      </span>
    ),
  },
  { key: 'head', title: t.head(), width: 72, cell: ({ headName }) => headName ?? '—' },
  {
    key: 'state',
    title: t.state(),
    width: 96,
    cell: ({ state }) => (
      <span className="chip" data-tone={TONE_OF_DOOR[state]}>
        {doorText(state)}
      </span>
    ),
  },
  {
    key: 'said',
    title: t.said(),
    width: 132,
    cell: ({ saidAt, tries }) =>
      saidAt ? (
        <>
          <When at={saidAt} /> {tries > 1 && <span className="quiet-ink">{doorWords.tries({ count: tries })}</span>}
        </>
      ) : (
        '—'
      ),
  },
  { key: 'needs', title: t.needs(), width: '26%', cell: (row) => <Needs of={row} /> },
  { key: 'again', title: t.again(), width: 104, cell: ({ next }) => (next ? exactTime(next).slice(5) : '—') },
  {
    key: 'act',
    title: t.act(),
    width: 132,
    cell: (row) => (
      <span className="row relief-acts">
        {row.can.map((what) => (
          <button key={what} type="button" className="link" onClick={() => onDo({ what, of: row })}>
            {what === 'knock' ? t.note() : doorWords.helpDone()}
            <span className="unseen"> {row.address}</span>
          </button>
        ))}
      </span>
    ),
  },
]

const Needs = ({ of: { help, helped, note } }: { of: DoorView }) => (
  <span title={[note, helped?.what].filter(Boolean).join(' · ')}>
    {help.length > 0 && (
      <span className="chip" data-tone={helped ? 'done' : 'late'}>
        {helped ? doorWords.helped({ what: helped.what }) : helpText(help)}
      </span>
    )}{' '}
    {note}
  </span>
)

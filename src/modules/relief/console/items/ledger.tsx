import { counted } from '#ui/console/figures.ts'
import { When } from '#ui/console/moment.tsx'
import type { Column } from '#ui/console/table.tsx'
import type { usePages } from '#ui/query.tsx'
import { ITEM_STATES, type ItemState, type ItemView, type listItems } from '../../contract-requisition.ts'
import { ToolList } from '../tool-list.tsx'
import { isExercise, ownerOf, quantityOf, stateText, TONE } from './looks.ts'
import { itemTexts as t } from './messages.ts'
import type { Sums } from './sums.tsx'

type LedgerProps = {
  list: ReturnType<typeof usePages<typeof listItems>>
  state: ItemState | undefined
  sums: Sums
  shut: boolean
  onChoose: (item: ItemView) => void
}

/** Everything that was taken, by place; a line opens beside the list. */
export const Ledger = ({ list, state, sums, shut, onChoose }: LedgerProps) => (
  <ToolList
    title={t.ledger()}
    note={shut ? t.shutNote() : t.ledgerNote()}
    viewsLabel={t.states()}
    views={[
      { key: 'every', text: t.every(), none: t.empty() },
      ...ITEM_STATES.map((one) => ({
        key: one,
        text: `${stateText(one)} ${counted(sums[one].items)}`,
        none: t.stateEmpty(),
      })),
    ]}
    view={state ?? 'every'}
    list={list}
    rows={list.rows}
    columns={columnsOf(onChoose)}
    onOpen={onChoose}
  />
)

const columnsOf = (onChoose: (item: ItemView) => void): Column<ItemView>[] => [
  {
    key: 'number',
    title: t.number(),
    width: 106,
    cell: (row) => (
      <button type="button" className="link num" onClick={() => onChoose(row)}>
        {row.number}
      </button>
    ),
  },
  {
    key: 'item',
    title: t.item(),
    cell: (row) => (
      <>
        <strong className="strong">{row.item}</strong> <span className="quiet-ink">{quantityOf(row)}</span>
        {isExercise(row) && (
          <span className="chip" data-tone="rights">
            {t.exerciseShort()}
          </span>
        )}
      </>
    ),
  },
  { key: 'owner', title: t.owner(), cell: (row) => <span title={ownerOf(row)}>{ownerOf(row)}</span> },
  { key: 'place', title: t.place(), cell: ({ placeName }) => <span title={placeName}>{placeName}</span> },
  { key: 'takenAt', title: t.takenAt(), width: 128, cell: ({ takenAt }) => <When at={takenAt} /> },
  {
    key: 'state',
    title: t.state(),
    width: 124,
    cell: ({ state }) => (
      <span className="chip" data-tone={TONE[state]}>
        {stateText(state)}
      </span>
    ),
  },
  {
    key: 'money',
    title: t.money(),
    width: 138,
    end: true,
    cell: ({ state, owed, paid }) =>
      state === 'held' || owed === 0 ? (
        <span className="quiet-ink">—</span>
      ) : (
        <span className="num">
          {counted(paid)} / {counted(owed)}
        </span>
      ),
  },
]

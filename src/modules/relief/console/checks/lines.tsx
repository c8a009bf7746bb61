import type { z } from 'zod'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { When } from '#ui/console/moment.tsx'
import type { Column } from '#ui/console/table.tsx'
import { usePages } from '#ui/query.tsx'
import { checkLines } from '../../contract-checks.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { lineText, reasonText, TONE_OF_LINE } from '../../parts/checks.ts'
import { PagedTable } from '../paged-table.tsx'
import { DisputeForm } from './dispute-form.tsx'
import { disputeTexts } from './dispute-messages.ts'
import { checkTexts as t } from './messages.ts'

type Only = Pick<z.input<typeof checkLines.input>, 'left' | 'state' | 'disputed' | 'waiting'>
/** Which lines a view asks for. */
export const ONLY = {
  waiting: { waiting: true },
  left: { left: true },
  disputed: { disputed: true },
  mistaken: { state: 'mistaken' },
  refused: { state: 'refused' },
  all: {},
} as const satisfies Record<string, Only>
export type LinesView = keyof typeof ONLY
type Line = OutputOf<typeof checkLines>['rows'][number]

export function Lines({ check, place, view }: { check: string; place: string; view: LinesView }) {
  const [answered, setAnswered] = useState<Line>()
  const list = usePages(checkLines, { check: check as never, place, limit: 100, ...ONLY[view] })
  return (
    <>
      <PagedTable
        caption={t.list()}
        list={list}
        rows={list.rows}
        columns={[...columns(), ...(list.rows.some(isMine) ? [answering(setAnswered)] : [])]}
        empty={t.listEmpty()}
      />
      {answered && <DisputeForm line={answered} onClose={() => setAnswered(undefined)} />}
    </>
  )
}

const isMine = ({ can }: Line): boolean => can.includes('decide')

const columns = (): Column<Line>[] => [
  {
    key: 'person',
    title: t.person(),
    width: 150,
    cell: ({ person: { name, age, phoneMasked } }) => (
      <span title={phoneMasked ?? undefined}>
        <strong className="strong">{name}</strong>{' '}
        <span className="quiet-ink">{age !== null ? t.aged({ age }) : phoneMasked}</span>
      </span>
    ),
  },
  {
    key: 'where',
    title: t.where(),
    width: '18%',
    cell: ({ address, placeName }) => <span title={placeName}>{address || placeName}</span>,
  },
  {
    key: 'why',
    title: t.why(),
    cell: ({ reason, evidence }) => (
      <span title={evidence}>
        <strong className="strong">{reasonText(reason)}</strong> <span className="quiet-ink">{evidence}</span>
      </span>
    ),
  },
  {
    key: 'state',
    title: t.state(),
    width: 96,
    cell: ({ state, out }) => (
      <span className="chip" data-tone={out ? TONE_OF_LINE[state] : 'soon'}>
        {out ? lineText(state) : t.notOut()}
      </span>
    ),
  },
  { key: 'said', title: t.said(), width: 96, cell: ({ saidAt }) => (saidAt ? <When at={saidAt} /> : '—') },
  {
    key: 'remark',
    title: t.remark(),
    width: '20%',
    cell: ({ note, disputed, disputeAnswer }) => (
      <span title={[disputed, disputeAnswer, note].filter(Boolean).join(' · ')}>
        {disputed && (
          <span className="chip" data-tone={disputeAnswer ? 'void' : 'late'}>
            {checkWords.dispute({ text: disputed })}
          </span>
        )}{' '}
        {disputeAnswer && disputeTexts.answered({ text: disputeAnswer })} {note}
      </span>
    ),
  },
]

/** Where somebody waits for an answer that is mine to give. */
const answering = (onAnswer: (line: Line) => void): Column<Line> => ({
  key: 'act',
  title: disputeTexts.answer(),
  width: 76,
  cell: (line) =>
    isMine(line) && (
      <button type="button" className="quiet" onClick={() => onAnswer(line)}>
        {disputeTexts.answer()}
      </button>
    ),
})

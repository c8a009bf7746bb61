import { Alert, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { refusalText } from '#ui/console/messages.ts'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { readPasted } from '../contract-rotation.ts'
import { rotationTexts as t } from './messages.ts'

export type ReadRow = OutputOf<typeof readPasted>['rows'][number]
type PastedProps = { onTaken: (rows: readonly ReadRow[]) => void }

/** A list as the office wrote it: what each line was understood as, and what is wrong with it. Only good lines are taken over. */
export function Pasted({ onTaken }: PastedProps) {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const found = useAsk(readPasted, { text: asked }, { when: asked !== '' })
  const rows = asked === '' ? [] : (found.data?.rows ?? [])
  const good = rows.filter(({ problem }) => problem === null)
  return (
    <section>
      <h3 className="strong">{t.pasted()}</h3>
      <p className="drawer-lead">{t.pastedLead()}</p>
      <Input.TextArea
        aria-label={t.pasted()}
        rows={6}
        maxLength={60_000}
        placeholder={t.pastedExample()}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="bonds-pasted">
        <button
          type="button"
          className="firm"
          disabled={text.trim() === '' || found.isFetching}
          onClick={() => setAsked(text)}
        >
          {t.readList()}
        </button>
        {rows.length > 0 && (
          <button type="button" className="firm" disabled={good.length === 0} onClick={() => onTaken(good)}>
            {t.takeList({ good: good.length })}
          </button>
        )}
      </p>
      {found.error && <Alert type="error" showIcon role="alert" title={refusalText(found.error)} />}
      {rows.length > 0 && (
        <>
          <p role="status" className={good.length < rows.length ? 'stale' : 'quiet-ink'}>
            {t.readOf({ good: good.length, all: rows.length })}
          </p>
          <Report rows={rows} />
        </>
      )}
    </section>
  )
}

/** Lines with a problem first: they are what is left to do. */
const Report = ({ rows }: { rows: readonly ReadRow[] }) => (
  <Table
    caption={t.pasted()}
    rows={rows.toSorted((a, b) => Number(a.problem === null) - Number(b.problem === null) || a.line - b.line)}
    keyOf={({ line }) => String(line)}
    columns={[
      { key: 'line', title: t.lineNo(), width: 56, end: true, cell: ({ line }) => line },
      { key: 'text', title: t.pastedText(), cell: ({ text }) => <span title={text}>{text}</span> },
      {
        key: 'read',
        title: t.understood(),
        width: 380,
        cell: ({ seat, from, person, problem, side, among }) =>
          problem ? (
            <span className="bonds-misread">
              <span className="late-number">
                {[side && t[`side_${side}`](), t[`problem_${problem}`]()].filter((word) => word).join(' · ')}
              </span>
              {among.map((one) => (
                <span key={one} className="quiet-ink">
                  {one}
                </span>
              ))}
            </span>
          ) : (
            <span title={seat?.placeName}>
              {`${seat?.title ?? ''} ${seat?.name ?? ''} → ${from ? `${from.name} · ${from.title}` : (person?.name ?? '')}`}
            </span>
          ),
      },
    ]}
  />
)

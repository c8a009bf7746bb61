import { When } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty } from '#ui/console/shown.tsx'
import { More } from '#ui/console/table.tsx'
import type { usePages } from '#ui/query.tsx'
import type { FirmProblemView, listFirmProblems } from '../../contract-firms.ts'
import { firmWords } from '../../parts/firm-messages.ts'
import { standingOf, TONE_OF_PROBLEM } from '../../parts/firms.ts'
import { ViewButtons } from '../view-buttons.tsx'
import { firmTexts as t } from './messages.ts'

type ProblemsProps = {
  list: ReturnType<typeof usePages<typeof listFirmProblems>>
  every: boolean
  shut: boolean
  onAnswer: (problem: FirmProblemView) => void
}

/** What firms need; what nobody has answered stands first. */
export function Problems({ list, every, shut, onAnswer }: ProblemsProps) {
  const rows = list.rows.toSorted(
    (a, b) => RANK[standingOf(a)] - RANK[standingOf(b)] || a.askedAt.localeCompare(b.askedAt),
  )
  return (
    <Panel title={t.problems()} note={shut ? t.shutNote() : t.problemsNote()} flush className="firms-problems">
      <ViewButtons
        label={t.views()}
        views={[
          { key: 'waiting', text: t.waiting() },
          { key: 'every', text: t.every() },
        ]}
        now={every ? 'every' : 'waiting'}
        usual="waiting"
      />
      {rows.length === 0 && <Empty text={every ? t.none() : t.noneWaiting()} />}
      <ul aria-label={t.problems()}>
        {rows.map((row) => (
          <Problem key={row.id} of={row} open={!shut} onAnswer={onAnswer} />
        ))}
      </ul>
      <More
        shown={rows.length}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Panel>
  )
}
const RANK = { waiting: 0, unsolved: 1, solved: 2 } as const

type ProblemProps = { of: FirmProblemView; open: boolean; onAnswer: (problem: FirmProblemView) => void }
function Problem({ of, open, onAnswer }: ProblemProps) {
  const standing = standingOf(of)
  return (
    <li>
      <header>
        <strong className="strong">{of.firm.name}</strong>
        <span className="chip">{firmWords[of.kind]()}</span>
        <span className="chip" data-tone={TONE_OF_PROBLEM[standing]}>
          {firmWords[standing]()}
        </span>
        <span className="quiet-ink firms-when">
          <When at={of.askedAt} />
        </span>
      </header>
      <p>{of.text}</p>
      {of.answer && (
        <p className="firms-answer">
          <strong className="strong">{of.owner.name}</strong>
          {of.answeredAt && (
            <span className="quiet-ink">
              {' '}
              <When at={of.answeredAt} />
            </span>
          )}
          <br />
          {of.answer}
        </p>
      )}
      <footer>
        <span className="quiet-ink">
          {[!of.answer && t.owner({ organ: of.owner.name }), of.by && t.askedBy(of.by), of.placeName]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {open && of.can.includes('answer') && (
          <button type="button" className="quiet" onClick={() => onAnswer(of)}>
            {firmWords.answer()}
            <span className="unseen"> {of.firm.name}</span>
          </button>
        )}
      </footer>
    </li>
  )
}

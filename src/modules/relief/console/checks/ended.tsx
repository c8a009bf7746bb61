import type { OutputOf } from '#kernel/contract.ts'
import { counted } from '#ui/console/figures.ts'
import { Panel } from '#ui/console/page.tsx'
import type { endedChecks } from '../../contract-checks.ts'
import { minuteText } from '../../parts/minute.ts'
import { checkTexts as t } from './messages.ts'

type EndedRow = OutputOf<typeof endedChecks>['rows'][number]

/** What is left of lists that are over: what for, how many lines, their hash; nobody's name. */
export const Ended = ({ rows }: { rows: readonly EndedRow[] }) => (
  <Panel title={t.ended()} note={rows.length || undefined} className="checks-ended">
    {rows.length === 0 && <p className="quiet-ink">{t.endedNone()}</p>}
    <ul>
      {rows.map(({ id, title, source, rows: lines, endedAt, hash }) => (
        <li key={id}>
          <strong className="strong">{title}</strong>
          <span className="quiet-ink">{source}</span>
          <span className="quiet-ink">
            {t.endedRows({ count: lines === null ? t.few() : counted(lines), when: minuteText(endedAt) })}
          </span>
          <code title={hash}>{t.hash({ hash: hash.slice(0, 12) })}</code>
        </li>
      ))}
    </ul>
  </Panel>
)

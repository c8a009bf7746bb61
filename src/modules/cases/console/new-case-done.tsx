import { named } from '#kernel/messages.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { Panel } from '#ui/console/page.tsx'
import { Go } from '#ui/console/go.tsx'
import type { reportCase } from '../contract.ts'
import { caseTexts as t } from './case-messages.ts'
import { numberText } from '../parts/number.ts'

type RegisteredProps = { sent: OutputOf<typeof reportCase> & { secret: string }; onAgain: () => void }

/** The number large enough to read out. */
export const Registered = ({ sent, onAgain }: RegisteredProps) => (
  <Panel title={t.numberIs()} note={t.readOut()}>
    <div className="new-done" role="status">
      <p className="new-number">{numberText(sent.number)}</p>
      <p>{t.landed({ desk: `${sent.desk} · ${sent.placeName}`, kind: named(sent.kindName) })}</p>
      <dl className="facts">
        <dt>{t.secretIs()}</dt>
        <dd>
          <code>{sent.secret}</code> <span className="quiet-ink">{t.secretHint()}</span>
        </dd>
      </dl>
      <p className="row">
        <button type="button" className="firm" onClick={onAgain}>
          {t.another()}
        </button>
        <Go className="quiet" to={`/cases/${sent.id}`}>
          {t.openIt()}
        </Go>
      </p>
    </div>
  </Panel>
)

import type { ReactNode } from 'react'
import { named } from '#kernel/messages.ts'
import type { Warning } from '../contract-warnings.ts'
import { warningTitle } from '../parts/looks.ts'
import { orderWords, warningWords as t } from '../parts/messages.ts'
import { At } from './at.tsx'

const TONE = { live: 'work', updated: 'void', cancelled: 'void', over: 'void' } as const

/** One warning with all that the law asks for, in its order. */
export const WarningCard = ({ warning, children }: { warning: Warning; children?: ReactNode }) => (
  <article className="panel warning-card">
    <header className="row">
      <span className="warning-grade" data-grade={warning.grade}>
        {t[`short_${warning.grade}`]()}
      </span>
      <h2>{warningTitle(warning)}</h2>
      <span className="chip" data-tone={TONE[warning.state]}>
        {t[`state_${warning.state}`]()}
      </span>
      {warning.mark && (
        <span className="chip" data-tone="rights">
          {orderWords.drill({ mark: warning.mark })}
        </span>
      )}
      <span className="warning-buttons">{children}</span>
    </header>
    <dl className="facts warning-facts">
      <dt>{t.hazard()}</dt>
      <dd>{t[warning.hazard]()}</dd>
      <dt>{t.grade()}</dt>
      <dd>{t[`grade_${warning.grade}`]()}</dd>
      <dt>{t.startsAt()}</dt>
      <dd>
        <At at={warning.startsAt} /> {t.endsAt()} <At at={warning.endsAt} />
      </dd>
      <dt>{t.area()}</dt>
      <dd>{warning.areaNames.join(orderWords.comma())}</dd>
      <dt>{t.matter()}</dt>
      <dd className="warning-text">{warning.matter}</dd>
      <dt>{t.measures()}</dt>
      <dd className="warning-text">{warning.measures}</dd>
      <dt>{t.issuer()}</dt>
      <dd>{named(warning.issuerName)}</dd>
      <dt>{t.issuedAt()}</dt>
      <dd>
        <At at={warning.issuedAt} />
      </dd>
      {warning.source && (
        <>
          <dt>{t.source()}</dt>
          <dd>{warning.source}</dd>
        </>
      )}
    </dl>
  </article>
)

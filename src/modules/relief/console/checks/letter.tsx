import Flame from 'lucide-react/icons/flame'
import type { CheckView } from '../../contract-checks.ts'
import { minuteText } from '../../parts/minute.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { checkTexts as t } from './messages.ts'

/** Whose list it is, what for, by which law, and when it dies: shown wherever the list is. */
export const Letter = ({ of }: { of: CheckView }) => (
  <div className="check-letter">
    <p className="check-dies">
      <Flame size={15} aria-hidden />
      {checkWords.dies({ when: minuteText(of.until) })}
    </p>
    <dl className="facts">
      <dt>{checkWords.source()}</dt>
      <dd>{checkWords.sourceOf({ source: of.source, number: of.sourceNumber })}</dd>
      <dt>{checkWords.purpose()}</dt>
      <dd>{of.purpose}</dd>
      <dt>{checkWords.basis()}</dt>
      <dd>{of.basis}</dd>
      <dt>{t.proposed()}</dt>
      <dd>
        {of.by && t.by(of.by)} {minuteText(of.startedAt)}
      </dd>
      <dt>{t.second()}</dt>
      <dd>
        {of.signed ? (
          <>
            {of.signed.by && t.by(of.signed.by)} {minuteText(of.signed.at)}
          </>
        ) : (
          <span className="chip" data-tone="soon">
            {t.notOut()}
          </span>
        )}
      </dd>
    </dl>
  </div>
)

import CircleCheck from 'lucide-react/icons/circle-check'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { dayOf, millis } from '#kernel/clock.ts'
import { clockTime } from '#ui/time.ts'
import type { CertificateView } from '../contract-ending.ts'
import { certificateWords as t, dataSetText } from './certificate-messages.ts'
import { kindText, levelText, powerText } from './word-messages.ts'
import './certificate.css'

/** On paper no day is today. */
const at = (when: string): string => `${dayOf(millis(when))} ${clockTime(millis(when))}`

/** What was destroyed, by which law, how and under whose eyes; one sheet of paper. */
export function CertificateSheet({ view }: { view: CertificateView }) {
  return (
    <article className="certificate">
      <h2>{t.title()}</h2>
      <p className="certificate-sound" data-sound={view.sound || undefined}>
        {view.sound ? <CircleCheck size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
        {view.sound ? t.sound() : t.unsound()}
      </p>
      <dl>
        <dt>{t.number()}</dt>
        <dd>
          {view.number}
          {view.drill && ` · ${t.drill()}`}
        </dd>
        <dt>{t.of()}</dt>
        <dd>
          {kindText(view.kind)} {levelText(view.level)}
        </dd>
        <dt>{t.area()}</dt>
        <dd>{view.area.map(({ name }) => name).join('、')}</dd>
        <dt>{t.time()}</dt>
        <dd>{t.timeOf({ since: at(view.since), ended: at(view.endedAt) })}</dd>
        <dt>{t.issuer()}</dt>
        <dd>{view.issuer}</dd>
        <dt>{t.basis()}</dt>
        <dd>{view.legalBasis}</dd>
        <dt>{t.at()}</dt>
        <dd>{at(view.at)}</dd>
        <dt>{t.method()}</dt>
        <dd>{view.method}</dd>
      </dl>
      <Data view={view} />
      <h3>{t.powers()}</h3>
      <p>{view.powers.map(({ lever, holds }) => t.power({ name: powerText(lever), count: holds })).join('；')}</p>
      <dl>
        <dt>{t.witness()}</dt>
        <dd>{view.witness ? t.witnessed({ organ: view.witness.organ, at: at(view.witness.at) }) : t.notWitnessed()}</dd>
        <dt>{t.digest()}</dt>
        <dd>
          <code>{view.digest}</code>
        </dd>
      </dl>
    </article>
  )
}

const Data = ({ view }: { view: CertificateView }) => (
  <>
    <h3>{t.data()}</h3>
    {view.lines.every(({ rows, kept, passed }) => rows + kept + passed === 0) ? (
      <p>{t.noData()}</p>
    ) : (
      <ul className="certificate-lines">
        {view.lines
          .filter(({ rows, kept, passed }) => rows + kept + passed > 0)
          .map((line) => (
            <li key={line.table}>
              <strong>{dataSetText(line.table)}</strong>
              <span>
                {t.rows()} {line.rows}
              </span>
              {line.kept > 0 && (
                <span>
                  {t.kept()} {line.kept}
                </span>
              )}
              {line.passed > 0 && (
                <span>
                  {t.passed()} {line.passed}
                </span>
              )}
              <code title={t.hash()}>{line.hash}</code>
            </li>
          ))}
      </ul>
    )}
    <h3>{t.keptItems()}</h3>
    {view.kept.length === 0 ? (
      <p>{t.nothingKept()}</p>
    ) : (
      <ul>
        {view.kept.map(({ table, ground, until }, no) => (
          <li key={no}>{t.keptUntil({ table: dataSetText(table), ground: t[ground](), day: until })}</li>
        ))}
      </ul>
    )}
  </>
)

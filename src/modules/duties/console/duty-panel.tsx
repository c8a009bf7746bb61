import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { levelTexts } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { type Duty, dutyHistory, listLines } from '../contract.ts'
import { dutyTexts as t, evidenceOf } from './messages.ts'
import { ReviseDuty } from './revise-duty.tsx'

/** One entry in full, with its versions, newest first. */
export function DutyPanel({ duty }: { duty: Duty }) {
  const { permissions } = useActing()
  const [revising, setRevising] = useState(false)
  const history = useAsk(dutyHistory, { code: duty.code })
  const revise = permissions.has('duties.revise') && (
    <button type="button" className="quiet" onClick={() => setRevising(true)}>
      {t.revise()}
    </button>
  )
  return (
    <>
      <Panel title={named(duty.name)} note={duty.code} action={revise}>
        <Entry duty={duty} />
      </Panel>
      <Panel title={t.history()}>
        <Shown of={history} lines={3}>
          {({ rows }) => (
            <ol className="duty-versions">
              {rows.map(({ version, from, to, reason, by, acceptHours, handleHours, verifyHours }) => (
                <li key={version}>
                  <strong>{t.versionNo({ no: version })}</strong>{' '}
                  <span className="quiet-ink">{to ? t.inForceTo({ from, to }) : t.inForce({ from })}</span>
                  <p>{reason}</p>
                  <p className="quiet-ink">
                    {[
                      by ?? t.bySystem(),
                      `${t.limits()}: ${[acceptHours, handleHours, verifyHours].map((h) => t.hours({ h })).join(' / ')}`,
                    ].join(' · ')}
                  </p>
                </li>
              ))}
            </ol>
          )}
        </Shown>
      </Panel>
      {revising && <ReviseDuty duty={duty} onClose={() => setRevising(false)} />}
    </>
  )
}

const Entry = ({ duty }: { duty: Duty }) => (
  <dl className="facts">
    <dt>{t.lead()}</dt>
    <dd>
      {levelTexts[duty.leadLevel]()} · {named(duty.lineName)}
    </dd>
    <dt>{t.start()}</dt>
    <dd>
      {levelTexts[duty.startLevel]()} → {levelTexts[duty.stopLevel]()}
    </dd>
    <dt>{t.limits()}</dt>
    <dd>
      {[duty.acceptHours, duty.handleHours, duty.verifyHours].map((h) => t.hours({ h })).join(' / ')}
      {duty.urgent && ` · ${t.urgent()}`}
    </dd>
    <dt>{t.evidence()}</dt>
    <dd>{evidenceOf(duty.evidence)}</dd>
    <dt>{t.helpers()}</dt>
    <dd>
      <Helpers lines={duty.helpers} />
    </dd>
    <dt>{t.synonyms()}</dt>
    <dd>{duty.synonyms.join(t.comma()) || '—'}</dd>
    <dt>{t.law()}</dt>
    <dd>{duty.legalBasis ?? <span className="quiet-ink">{t.noLaw()}</span>}</dd>
    <dt>{t.version()}</dt>
    <dd>
      {t.versionNo({ no: duty.version })} · {t.inForce({ from: duty.from })}
      {duty.restricted && ` · ${t.restricted()}`}
    </dd>
  </dl>
)

function Helpers({ lines }: { lines: readonly string[] }) {
  const all = useAsk(listLines, {})
  const nameOf = (key: string) => all.data?.rows.find((line) => line.key === key)
  return (
    <>
      {lines
        .map((key) => nameOf(key)?.name)
        .map((name, at) => (name ? named(name) : lines[at]))
        .join(t.comma()) || '—'}
    </>
  )
}

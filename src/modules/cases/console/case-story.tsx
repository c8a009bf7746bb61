import EyeOff from 'lucide-react/icons/eye-off'
import Megaphone from 'lucide-react/icons/megaphone'
import MessageSquare from 'lucide-react/icons/message-square'
import type { CSSProperties } from 'react'
import { exactTime } from '#ui/console/when.ts'
import { Panel } from '#ui/console/page.tsx'
import {
  actionTexts,
  clockTexts,
  declineTexts,
  levelTexts,
  pauseTexts,
  returnTexts,
  ruleTexts,
  said,
} from '#ui/messages.ts'
import { moment } from '#ui/time.ts'
import { useNow } from '#ui/now.ts'
import type { CaseView, StepView } from '../contract.ts'
import { caseTexts as t } from './case-messages.ts'

const STAIR = ['grid', 'village', 'township', 'county', 'city'] as const
const stair = (level: StepView['level']): number =>
  Math.max(
    0,
    STAIR.findIndex((each) => each === level),
  )
const BY_RESIDENT = new Set(['report', 'confirm', 'reopen', 'withdraw'])

/** A long story is scrolled by the keyboard too (WCAG 2.1.1), so what scrolls can be reached. */
const SCROLLS = { tabIndex: 0 }

/** Centre: the levels as a stair, every hand-over with who, when and why; what staff wrote for themselves apart from what the reporter reads. */
export function Story({ view }: { view: CaseView }) {
  return (
    <Panel title={t.story()} note={t.steps({ count: view.steps.length })} className="case-story">
      <section className="case-steps" aria-label={t.story()} {...SCROLLS}>
        <div className="stair-head" aria-hidden>
          {STAIR.map((level) => (
            <span key={level}>{levelTexts[level]()}</span>
          ))}
        </div>
        <ol className="stair">
          {view.steps.map((step, at) => (
            <Step
              key={step.no}
              step={step}
              next={view.steps[at + 1]}
              first={at === 0}
              files={view.files.filter((file) => file.step === step.no)}
            />
          ))}
        </ol>
      </section>
    </Panel>
  )
}

type StepProps = { step: StepView; next: StepView | undefined; first: boolean; files: CaseView['files'] }

function Step({ step, next, first, files }: StepProps) {
  const now = useNow()
  const coded = REASONS[step.reason ?? '']
  const byResident = BY_RESIDENT.has(step.action)
  const place: CSSProperties & Record<`--${string}`, number> = {
    '--at': stair(step.level),
    '--next': stair(next?.level ?? step.level),
  }
  return (
    <li
      style={place}
      data-kind={kindOf(step)}
      data-first={first ? '' : undefined}
      data-last={next ? undefined : ''}
      data-turn={next && next.level !== step.level ? '' : undefined}
    >
      <span className="stair-mark" aria-hidden />
      <div className="stair-text">
        <p className="stair-line">
          <strong>{actionTexts[step.action]()}</strong>
          <span className="unseen">{levelTexts[step.level]()}</span>
          {step.to && <span>{t.to({ name: step.to })}</span>}
          {coded && <span className="chip">{coded()}</span>}
          <time dateTime={step.at} title={exactTime(step.at)}>
            {moment(step.at, now)}
          </time>
        </p>
        <p className="quiet-ink">{whoText(step)}</p>
        {step.reason && !coded && <p>{t.because({ reason: step.reason })}</p>}
        {step.cc.length > 0 && <p className="quiet-ink">{t.cc({ names: step.cc.join(', ') })}</p>}
        {step.note && (
          <div className={byResident ? 'case-said' : 'case-note'}>
            <h3>
              {byResident ? <MessageSquare size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}{' '}
              {byResident ? t.residentSays() : t.internal()}
            </h3>
            <p>{step.note}</p>
          </div>
        )}
        {step.answer && (
          <div className="case-answer">
            <h3>
              <Megaphone size={14} aria-hidden /> {t.public()}
            </h3>
            <p>{step.answer}</p>
          </div>
        )}
        {files.length > 0 && (
          <p className="case-photo-row">
            {files.map(({ id, thumb }, at) => (
              <img key={id} src={thumb} alt={said.photoNo({ no: at + 1 })} width={64} height={48} />
            ))}
          </p>
        )}
      </div>
    </li>
  )
}

/** Codes of returns, pauses, refusals and clocks; anything else is what somebody wrote. */
const REASONS: Readonly<Record<string, (() => string) | undefined>> = {
  ...ruleTexts,
  ...returnTexts,
  ...pauseTexts,
  ...declineTexts,
  ...clockTexts,
}

function kindOf({ action, state }: StepView): string {
  if (action === 'overdue') return 'late'
  if (action === 'warn') return 'soon'
  if (BY_RESIDENT.has(action)) return 'rights'
  return action === 'handle' || state === 'confirmed' ? 'done' : 'work'
}

function whoText({ by, action }: StepView): string {
  const named = [by?.organ, by?.name, by?.title].filter(Boolean).join(' · ')
  return named || (BY_RESIDENT.has(action) ? t.resident() : t.system())
}

import { Form, Input } from 'antd'
import ArrowRight from 'lucide-react/icons/arrow-right'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { OrganSelect } from '#modules/people/parts/organ-select.tsx'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Due, When } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { useCall } from '#ui/query.tsx'
import { listContests, passContest } from '../contract-contests.ts'
import { fieldWords } from '../parts/messages.ts'
import { PlaceName } from '../parts/place-name.tsx'
import { useRegistry } from '../parts/value.ts'
import type { Listed } from './contests.tsx'
import { Decide } from './decide-contest.tsx'
import { contestTexts as t } from './contest-messages.ts'

type Doing = 'accepted' | 'refused' | 'pass'

/** One contest: what stands there, what is said, its course, and what this post may do with it. */
export function ContestPanel({ contest }: { contest: Listed }) {
  const registry = useRegistry()
  const [doing, setDoing] = useState<Doing>()
  const may = (act: 'decide' | 'pass') => contest.can.includes(act)
  return (
    <>
      <Panel title={registry.name(contest.field)} note={contest.who}>
        <div className="stack">
          <Versus contest={contest} />
          <Facts contest={contest} />
          {contest.can.length > 0 && (
            <div className="decide-row">
              {may('decide') && (
                <>
                  <button type="button" className="firm" onClick={() => setDoing('accepted')}>
                    {t.accept()}
                  </button>
                  <button type="button" className="quiet" onClick={() => setDoing('refused')}>
                    {t.refuse()}
                  </button>
                </>
              )}
              {may('pass') && (
                <button type="button" className="quiet" onClick={() => setDoing('pass')}>
                  {t.pass()}
                </button>
              )}
            </div>
          )}
        </div>
      </Panel>
      <Panel title={t.steps()}>
        <Course contest={contest} />
      </Panel>
      {(doing === 'accepted' || doing === 'refused') && (
        <Decide contest={contest} decision={doing} onClose={() => setDoing(undefined)} />
      )}
      {doing === 'pass' && <Pass contest={contest} onClose={() => setDoing(undefined)} />}
    </>
  )
}

function Versus({ contest: { field, shown, says } }: { contest: Listed }) {
  const registry = useRegistry()
  if (shown === null) return <p className="quiet-ink">{t.hidden()}</p>
  return (
    <div className="versus">
      <div>
        <span>{t.shown()}</span>
        <strong>{registry.say(field, shown)}</strong>
      </div>
      <ArrowRight size={18} aria-hidden />
      <div>
        <span>{t.says()}</span>
        <strong>{says === null ? t.wrongOnly() : registry.say(field, says)}</strong>
      </div>
    </div>
  )
}

const Facts = ({ contest }: { contest: Listed }) => (
  <dl className="facts">
    <dt>{t.why()}</dt>
    <dd>{contest.why || '—'}</dd>
    <dt>{t.by()}</dt>
    <dd>
      {t[contest.by]()} · <When at={contest.at} />
    </dd>
    <dt>{t.who()}</dt>
    <dd>
      <PlaceName code={contest.place} />
    </dd>
    <dt>{t.office()}</dt>
    <dd>{contest.office ? named(contest.office) : '—'}</dd>
    {contest.state === 'open' ? (
      <>
        <dt>{t.due()}</dt>
        <dd>
          <Due dueAt={contest.dueAt} lamp={contest.lamp} />
        </dd>
      </>
    ) : (
      <>
        <dt>{t.outcome()}</dt>
        <dd>{fieldWords[`state_${contest.state}`]()}</dd>
        <dt>{t.answer()}</dt>
        <dd>{contest.answer ?? '—'}</dd>
        <dt>{t.reason()}</dt>
        <dd>{contest.reason ?? '—'}</dd>
      </>
    )}
  </dl>
)

const Course = ({ contest }: { contest: Listed }) => (
  <ol className="course">
    {contest.steps.map(({ step, at, office, note }) => (
      <li key={`${step} ${at}`} data-step={step}>
        <strong>{fieldWords[`step_${step}`]()}</strong>{' '}
        <span className="quiet-ink">
          <When at={at} />
          {office && ` · ${named(office)}`}
        </span>
        {note && <p>{note}</p>}
      </li>
    ))}
  </ol>
)

function Pass({ contest, onClose }: { contest: Listed; onClose: () => void }) {
  const pass = useCall(passContest, [listContests])
  return (
    <DrawerForm<{ organ?: string | null; reason: string }>
      title={t.passTitle()}
      lead={t.passLead()}
      open
      onClose={onClose}
      submit={t.pass()}
      done={t.passed()}
      onSend={({ organ, reason }) => pass.mutateAsync({ id: contest.id, organ: organ ?? null, reason })}
    >
      <Form.Item name="organ" label={t.organ()}>
        <OrganSelect label={t.organ()} place={contest.place.slice(0, 6)} id="organ" />
      </Form.Item>
      <Form.Item name="reason" label={t.why()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={200} />
      </Form.Item>
    </DrawerForm>
  )
}

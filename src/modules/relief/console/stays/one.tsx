import { useState } from 'react'
import { Panel } from '#ui/console/page.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import { ago, moment } from '#ui/time.ts'
import type { StayView } from '../../contract-stays.ts'
import { helpWords } from '../../parts/help-messages.ts'
import { broughtNeeds, type NeedView, openNeeds } from '../../parts/stays.ts'
import { AskForm, BringForm, EndForm, HandForm } from './forms.tsx'
import { Until } from './list.tsx'
import { stayTexts as t } from './messages.ts'

type Doing = StayView['can'][number] | NeedView

/** One stay in full: by whose decision, until when, who helps, and each thing asked for with what became of it. */
export function OneStay({ of }: { of: StayView }) {
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  return (
    <>
      <Panel title={of.person.name} note={of.person.age === null ? undefined : t.aged({ age: of.person.age })}>
        <Facts of={of} />
        {of.can.length > 0 && (
          <div className="row wrap relief-one-acts">
            {of.can.map((act) => (
              <button key={act} type="button" className="quiet" onClick={() => setDoing(act)}>
                {t[act]()}
              </button>
            ))}
          </div>
        )}
      </Panel>
      <Needs of={of} onBring={setDoing} />
      {doing === 'ask' && <AskForm of={of} onClose={close} />}
      {doing === 'hand' && <HandForm of={of} onClose={close} />}
      {doing === 'end' && <EndForm of={of} onClose={close} />}
      {typeof doing === 'object' && <BringForm of={of} need={doing} onClose={close} />}
    </>
  )
}

function Facts({ of }: { of: StayView }) {
  const now = useNow()
  const { address, placeName, person, helper, basis, from } = of
  return (
    <dl className="facts">
      <dt>{t.where()}</dt>
      <dd>
        {address && <div>{address}</div>}
        <span className={address ? 'quiet-ink' : undefined}>{placeName}</span>
      </dd>
      {person.phoneMasked && (
        <>
          <dt>{t.phone()}</dt>
          <dd>{person.phoneMasked}</dd>
        </>
      )}
      <dt>{t.helper()}</dt>
      <dd>{helper ? `${helper.name} · ${helper.title}` : t.nobody()}</dd>
      <dt>{t.from()}</dt>
      <dd title={exactTime(from)}>{moment(from, now)}</dd>
      <dt>{t.until()}</dt>
      <dd>
        <Until of={of} />
      </dd>
      <dt>{t.basis()}</dt>
      <dd>{basis}</dd>
    </dl>
  )
}

function Needs({ of, onBring }: { of: StayView; onBring: (need: NeedView) => void }) {
  const now = useNow()
  const open = openNeeds(of)
  const brought = broughtNeeds(of)
  return (
    <Panel title={t.needs()} note={open.length > 0 ? t.more({ count: open.length }) : undefined}>
      {of.needs.length === 0 && <p className="quiet-ink">{t.noNeeds()}</p>}
      <ul className="relief-needs">
        {open.map((need) => (
          <li key={need.id}>
            <p>
              <span className="chip" data-tone="soon">
                {helpWords[need.kind]()}
              </span>{' '}
              <strong className="strong">{need.text}</strong>
            </p>
            <p className="relief-needs-foot">
              <span className="quiet-ink" title={exactTime(need.askedAt)}>
                {t.asked({ when: ago(need.askedAt, now) })}
              </span>
              {need.can.includes('bring') && (
                <button type="button" className="link" onClick={() => onBring(need)}>
                  {t.bring()}
                  <span className="unseen"> {need.text}</span>
                </button>
              )}
            </p>
          </li>
        ))}
        {brought.map((need) => (
          <li key={need.id}>
            <p>
              <span className="chip" data-tone="done">
                {helpWords[need.kind]()}
              </span>{' '}
              {need.text}
            </p>
            <p className="quiet-ink" title={exactTime(need.broughtAt ?? '')}>
              {need.broughtBy
                ? t.brought({ when: ago(need.broughtAt ?? '', now), name: need.broughtBy.name })
                : t.broughtNoName({ when: ago(need.broughtAt ?? '', now) })}
              {need.note && ` · ${need.note}`}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

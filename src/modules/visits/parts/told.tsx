import './visits.css'
import type { ReactNode } from 'react'
import { named } from '#kernel/messages.ts'
import { stateText, toneOf } from '#modules/cases/parts/looks.ts'
import { numberText } from '#modules/cases/parts/number.ts'
import { State } from '#ui/kit/badge.tsx'
import { Go } from '#ui/kit/go.tsx'
import { useNow } from '#ui/now.ts'
import { day } from '#ui/time.ts'
import type { NoteView, PromiseView } from '../contract.ts'
import { promiseText, promiseTone } from './looks.ts'
import { Player } from './player.tsx'
import { visitWords as t } from './messages.ts'

type Became = NonNullable<NoteView['became']>

/** One thing that was said, and what came of it. */
export const Said = ({
  note,
  secret,
  children,
}: {
  note: NoteView
  secret?: string | undefined
  children?: ReactNode
}) => (
  <div className="visit-note">
    {note.text && <p className="said-quote">{note.text}</p>}
    {note.voice && <Player src={note.voice.url} secret={secret} seconds={note.voice.seconds} />}
    {note.became && <Passed became={note.became} />}
    {children}
  </div>
)

export const Passed = ({ became, to }: { became: Became; to?: string }) => (
  <div>
    <p>
      {t.became()}{' '}
      {to ? (
        <Go to={to} className="link">
          {numberText(became.number)}
        </Go>
      ) : (
        <strong>{numberText(became.number)}</strong>
      )}
      {' · '}
      {named(became.kindName)}
    </p>
    <State tone={toneOf[became.state as keyof typeof toneOf]} text={stateText(became.state as keyof typeof toneOf)} />
    {became.answer && <p className="said public">{became.answer}</p>}
  </div>
)

/** A word given: by when, how it stands, and what was said about it. */
export function Promised({ promise, children }: { promise: PromiseView; children?: ReactNode }) {
  const now = useNow()
  return (
    <div className="visit-promise">
      <strong>{promise.text}</strong>
      <span className="quiet">
        {[t.due({ day: day(promise.due, now) }), promise.by && `${promise.by.name} · ${promise.by.title}`]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <State tone={promiseTone(promise)} text={promiseText(promise)} />
      {promise.reason && (
        <p className="quiet">
          {promise.state === 'kept' || promise.state === 'confirmed' ? t.did() : t.why()}：{promise.reason}
        </p>
      )}
      {promise.instead && <p className="quiet">{t.instead()}</p>}
      {children}
    </div>
  )
}

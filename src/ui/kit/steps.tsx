import type { ReactNode } from 'react'
import { type Tone, State } from './badge.tsx'

type Station = { text: string; state: 'done' | 'now' | 'ahead' }

/** Where a report stands, like a parcel: a line with stations. `doneText` and so on are heard, not seen. */
export const Progress = ({ stations, label }: { stations: readonly Station[]; label: string }) => (
  <ol className="progress" aria-label={label}>
    {stations.map(({ text, state }) => (
      <li key={text} className={state} aria-current={state === 'now' ? 'step' : undefined}>
        {text}
      </li>
    ))}
  </ol>
)

type Tread = { key: string; text: string; state: 'passed' | 'here' | 'ahead' }

/** 小事不出格、大事不出村: the levels as a stair that a case climbs. */
export const Stair = ({ treads, label }: { treads: readonly Tread[]; label: string }) => (
  <ol className="stair" aria-label={label}>
    {treads.map(({ key, text, state }) => (
      <li key={key} className={state} aria-current={state === 'here' ? 'step' : undefined}>
        <span>{text}</span>
      </li>
    ))}
  </ol>
)

export type Step = {
  key: string | number
  when: string
  title: string
  tone: Tone
  who?: string | null
  children?: ReactNode
}

/** What happened, newest first. */
export const Steps = ({ steps, label }: { steps: readonly Step[]; label: string }) => (
  <ol className="steps" aria-label={label}>
    {steps.map(({ key, when, title, tone, who, children }) => (
      <li key={key} className={tone}>
        <p className="step-title">
          <State tone={tone} text={title} />
        </p>
        <p className="step-when">
          {when}
          {who ? ` · ${who}` : ''}
        </p>
        {children}
      </li>
    ))}
  </ol>
)

import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ReactNode } from 'react'
import { CallError } from '../call.ts'
import { refusalTexts } from '#kernel/refusal-messages.ts'
import { said } from '../messages.ts'
import { Button } from './button.tsx'

/** Nothing here: one sentence and, where there is one, the next thing to do. */
export const Empty = ({ icon, text, children }: { icon?: ReactNode; text: string; children?: ReactNode }) => (
  <div className="empty">
    {icon}
    <p>{text}</p>
    {children}
  </div>
)

/** The shape of what is coming. */
export const Loading = ({ rows = 3 }: { rows?: number }) => (
  <div className="loading" role="status">
    <span className="unseen">{said.loading()}</span>
    {Array.from({ length: rows }, (_, no) => (
      <div key={no} className="ghost" aria-hidden>
        <span />
        <span />
      </div>
    ))}
  </div>
)

export const sentenceFor = (error: Error): string =>
  refusalTexts[error instanceof CallError ? error.code : 'internal']()

/** What went wrong and what to do now; heard at once. */
export const Failure = ({ error, onRetry }: { error: Error | null | undefined; onRetry?: () => void }) => (
  <div role="alert">
    {error && (
      <div className="note late">
        <CircleAlert aria-hidden />
        <div>
          <p>{sentenceFor(error)}</p>
          {error instanceof CallError && error.code === 'internal' && error.request && (
            <p className="quiet">{said.requestNo({ request: error.request })}</p>
          )}
          {onRetry && (
            <Button look="plain" onClick={onRetry}>
              {said.again()}
            </Button>
          )}
        </div>
      </div>
    )}
  </div>
)

type Asked<T> = { data: T | undefined; error: Error | null; refetch: () => unknown }

/** A query on a screen: its shape while it comes, what to do when it does not, and the answer. */
export function Answered<T>({
  asked,
  rows,
  children,
}: {
  asked: Asked<T>
  rows?: number
  children: (answer: T) => ReactNode
}) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>
  if (asked.error) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  return <Loading rows={rows} />
}

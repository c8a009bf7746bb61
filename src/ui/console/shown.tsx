import { Inbox, RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CallError } from '#ui/call.ts'
import { said } from '#ui/messages.ts'
import { consoleTexts as t, refusalText } from './messages.ts'

type Asked<T> = { data: T | undefined; error: CallError | null; isFetching: boolean; refetch: () => unknown }
type ShownProps<T> = { of: Asked<T>; lines?: number; children: (answer: T) => ReactNode }

/** What an answer looks like before it comes, when it does not come, and when it is here. An old answer stays visible. */
export function Shown<T>({ of, lines = 4, children }: ShownProps<T>) {
  if (of.data !== undefined)
    return (
      <>
        {of.error && <Stale again={() => of.refetch()} error={of.error} />}
        {children(of.data)}
      </>
    )
  return of.error ? <Failed error={of.error} again={() => of.refetch()} /> : <Skeleton lines={lines} />
}

export const Skeleton = ({ lines = 4 }: { lines?: number }) => (
  <div className="skeleton" aria-busy="true">
    <span className="unseen">{said.loading()}</span>
    {Array.from({ length: lines }, (_, at) => (
      <span key={at} style={{ width: `${92 - ((at * 17) % 40)}%` }} />
    ))}
  </div>
)

export const Failed = ({ error, again }: { error: CallError; again?: () => unknown }) => (
  <div className="failed" role="alert">
    <TriangleAlert size={20} aria-hidden />
    <p>
      <strong>{said.loadFailed()}</strong>
      <br />
      {refusalText(error)}
      {error.code === 'internal' && error.request && <small>{said.requestNo({ request: error.request })}</small>}
    </p>
    {again && error.code !== 'forbidden' && (
      <button type="button" className="quiet" onClick={() => void again()}>
        <RotateCw size={14} aria-hidden /> {said.again()}
      </button>
    )}
  </div>
)

/** What is shown is from before; asking again did not work. */
const Stale = ({ error, again }: { error: CallError; again: () => unknown }) => (
  <div className="stale" role="status">
    {t.stale()} {refusalText(error)}
    <button type="button" className="quiet" onClick={() => void again()}>
      {said.again()}
    </button>
  </div>
)

/** One sentence and, where there is one, the next thing to do. */
export const Empty = ({ text, children }: { text: string; children?: ReactNode }) => (
  <div className="empty">
    <Inbox size={22} aria-hidden />
    <p>{text}</p>
    {children}
  </div>
)

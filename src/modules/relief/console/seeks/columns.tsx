import { counted } from '#ui/console/figures.ts'
import { When } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { likeSeek, type SeekView } from '../../contract-reunification.ts'
import { whoOf } from './looks.ts'
import { seekTexts as t } from './messages.ts'
import type { Doing } from './seeks.tsx'

type ColumnProps = {
  kind: SeekView['kind']
  rows: readonly SeekView[]
  open: boolean
  shut: boolean
  chosen: string | undefined
  onChoose: (one: SeekView | undefined) => void
  onDo: (doing: Doing) => void
}

/** Everybody of one kind, the newest first. */
export function All({ kind, rows, open, shut, chosen, onChoose, onDo }: ColumnProps) {
  const shown = rows.filter((row) => row.kind === kind).toSorted((a, b) => b.saidAt.localeCompare(a.saidAt))
  return (
    <Panel
      title={`${t[kind]()} ${counted(shown.length)}`}
      note={shut ? t.shutNote() : t.note()}
      flush
      className="seeks-side"
    >
      {shown.length === 0 && <Empty text={kind === 'looking' ? t.lookingEmpty() : t.foundEmpty()} />}
      <ul aria-label={t[kind]()}>
        {shown.map((row) => (
          <Entry key={row.id} of={row} chosen={row.id === chosen}>
            {row.can.includes('match') && row.id !== chosen && (
              <button type="button" className="quiet" onClick={() => onChoose(row)}>
                {t.compare()}
                <span className="unseen"> {whoOf(row)}</span>
              </button>
            )}
            {row.id === chosen && (
              <button type="button" className="quiet" onClick={() => onChoose(undefined)}>
                {t.back()}
              </button>
            )}
            {open && row.can.includes('withdraw') && (
              <button type="button" className="link" onClick={() => onDo({ act: 'withdraw', one: row })}>
                {t.withdraw()}
                <span className="unseen"> {whoOf(row)}</span>
              </button>
            )}
          </Entry>
        ))}
      </ul>
    </Panel>
  )
}

/** Of the other kind, whoever may be the same person: the likest first, with the reasons. */
export function Like({ kind, open, of, onChoose, onDo }: ColumnProps & { of: SeekView }) {
  const asked = useAsk(likeSeek, { id: of.id })
  return (
    <Panel
      title={t.likeTitle({ who: of.name ?? t.unnamed() })}
      note={t.likeNote()}
      flush
      className="seeks-side seeks-like"
      action={
        <button type="button" className="link" onClick={() => onChoose(undefined)}>
          {t.back()}
        </button>
      }
    >
      <Shown of={asked} lines={6}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <Empty text={t.likeNone()} />}
            <ul aria-label={t[kind]()}>
              {rows.map((row) => (
                <Entry key={row.id} of={row} chosen={false}>
                  {open && row.can.includes('match') && (
                    <button type="button" className="firm" onClick={() => onDo({ act: 'match', one: of, other: row })}>
                      {t.match()}
                      <span className="unseen"> {whoOf(row)}</span>
                    </button>
                  )}
                </Entry>
              ))}
            </ul>
          </>
        )}
      </Shown>
    </Panel>
  )
}

const TONE = { open: 'work', matched: 'done', withdrawn: undefined } as const

function Entry({ of, chosen, children }: { of: SeekView; chosen: boolean; children: React.ReactNode }) {
  const { kind, contact, by, state, matchedBy, like } = of
  return (
    <li data-chosen={chosen ? '' : undefined}>
      <header>
        <strong className="strong">{whoOf(of)}</strong>
        {state !== 'open' && (
          <span className="chip" data-tone={TONE[state]}>
            {matchedBy ? t.matchedBy(matchedBy) : t[state]()}
          </span>
        )}
        <span className="quiet-ink seeks-when">
          <When at={of.saidAt} />
        </span>
      </header>
      {like.length > 0 && (
        <p className="seeks-reasons">
          {like.map((one) => (
            <span key={one} className="chip" data-tone="done">
              {t[`like_${one}`]()}
            </span>
          ))}
        </p>
      )}
      <p>{of.description}</p>
      <p className="quiet-ink">
        {kind === 'looking' ? t.lastSeen({ place: of.placeName }) : t.foundAt({ place: of.placeName })}
      </p>
      <footer>
        <span className="quiet-ink">
          {t.contact({ name: contact.name, phone: contact.phoneMasked ?? '' })} · {by ? t.by(by) : t.self()}
        </span>
        <span className="seeks-acts">{children}</span>
      </footer>
    </li>
  )
}

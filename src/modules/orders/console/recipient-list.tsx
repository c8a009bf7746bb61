import type { ReactNode } from 'react'
import type { z } from 'zod'
import { nearName } from '#modules/cases/parts/near.ts'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More } from '#ui/console/table.tsx'
import { usePages } from '#ui/query.tsx'
import type { OrderView } from '../contract.ts'
import { type AnswerState, listRecipients, type Recipient as Shape } from '../contract-answers.ts'
import { answerText, TONE_OF_ANSWER } from '../parts/looks.ts'
import { orderWords } from '../parts/messages.ts'
import { AnswerPhotos } from './answer-photos.tsx'
import { At } from './at.tsx'
import { oneTexts as t } from './messages.ts'

export type Recipient = z.infer<typeof Shape>
type Listed = { order: OrderView; node: string | undefined; state: 'silent' | 'all' | AnswerState }

export function RecipientList({ order, node, state }: Listed) {
  const list = usePages(listRecipients, {
    id: order.id,
    limit: 50,
    ...(node ? { node } : {}),
    ...(state === 'all' ? {} : { state }),
  })
  return (
    <Shown of={{ ...list, data: list.first }} lines={8}>
      {() => (
        <>
          <Recipients rows={list.rows} empty={state === 'silent' ? t.nobodySilent() : t.noPeople()} />
          {list.hasNextPage && (
            <More
              shown={list.rows.length}
              more
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          )}
        </>
      )}
    </Shown>
  )
}

type Rows = { rows: readonly Recipient[]; empty: string; children?: (row: Recipient) => ReactNode }

export function Recipients({ rows, empty, children }: Rows) {
  if (rows.length === 0) return <Empty text={empty} />
  return (
    <section className="order-scroll" aria-label={t.people()} {...BY_KEYBOARD}>
      <ul className="order-recipients">
        {rows.map((row) => (
          <li key={row.who}>
            <p className="row spread">
              <strong className="strong">{row.name}</strong>
              <span className="chip" data-tone={row.answer ? TONE_OF_ANSWER[row.answer] : row.late ? 'late' : 'void'}>
                {row.answer ? answerText(row.answer) : (STEPS[row.chased] ?? t.chased_4)()}
                {row.need && ` · ${orderWords[`need_${row.need}`]()}`}
              </span>
            </p>
            <p className="quiet-ink" title={row.placeName}>
              {[row.title, nearName(row.placeName)].filter(Boolean).join(' · ')}
            </p>
            {row.note && <p className="order-note">{row.note}</p>}
            <AnswerPhotos photos={row.photos} />
            {(row.at || row.substitute) && (
              <p className="quiet-ink">
                {row.at && <At at={row.at} />} {row.substitute && t.substitute({ name: row.substitute })}
              </p>
            )}
            {children?.(row)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A list that scrolls and holds no link is scrolled by keys. */
const BY_KEYBOARD = { tabIndex: 0 }

const STEPS = [t.chased_0, t.chased_1, t.chased_2, t.chased_3, t.chased_4]

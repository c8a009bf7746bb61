import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { levelTexts } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { type getPlace, listPlaceChanges } from '../contract.ts'
import { kindText, placeTexts as t } from './messages.ts'
import { PlaceForms, type Task } from './place-forms.tsx'

export type FoundPlace = OutputOf<typeof getPlace>
type FactsProps = { found: FoundPlace; onOpen: (code: string) => void }

const TASKS = ['rename', 'merge', 'split'] as const

/** What a place is, what lies below it, what it came from. */
export function PlaceFacts({ found, onOpen }: FactsProps) {
  const { permissions, place: top } = useActing()
  const [task, setTask] = useState<Task>()
  const { place, children } = found
  const below = place.code.startsWith(top) && place.code !== top
  const actions = TASKS.filter((each) => below && permissions.has(`places.${each}`)).map((each) => (
    <button key={each} type="button" className="quiet" onClick={() => setTask(each)}>
      {t[each]()}
    </button>
  ))
  return (
    <>
      <Panel
        title={place.name}
        note={`${levelTexts[place.level]()} · ${kindText(place.kind)}`}
        action={actions.length > 0 && actions}
      >
        <dl className="facts">
          <dt>{t.code()}</dt>
          <dd>
            <code>{place.code}</code>
          </dd>
          <dt>{t.validFrom()}</dt>
          <dd>
            {place.validFrom}
            {place.validTo && ` → ${place.validTo}`}
          </dd>
          {place.lon !== null && place.lat !== null && (
            <>
              <dt>{t.position()}</dt>
              <dd>
                {place.lon.toFixed(5)}, {place.lat.toFixed(5)}
              </dd>
            </>
          )}
          <dt>{t.children({ count: children.length })}</dt>
          <dd className="place-children">
            {children.length === 0 && <span className="quiet-ink">{t.noChildren()}</span>}
            {children.map(({ code, name }) => (
              <button key={code} type="button" className="link" onClick={() => onOpen(code)}>
                {name}
              </button>
            ))}
          </dd>
        </dl>
      </Panel>
      <History found={found} onOpen={onOpen} />
      <PlaceForms found={found} task={task} onClose={() => setTask(undefined)} />
    </>
  )
}

function History({ found: { place, predecessors, successors }, onOpen }: FactsProps) {
  const below = useAsk(listPlaceChanges, { under: place.code, limit: 20 })
  const beside = useAsk(
    listPlaceChanges,
    { under: place.parent ?? place.code, limit: 100 },
    { when: place.parent !== null },
  )
  const own = (beside.data?.rows ?? []).filter(({ from, to }) =>
    [...from, ...to].some((each) => each === place.name || each === place.code),
  )
  const link = (text: string, code: string, day: string) => (
    <li key={`${code} ${text}`}>
      <button type="button" className="link" onClick={() => onOpen(code)}>
        {text}
      </button>{' '}
      <span className="quiet-ink">{day}</span>
    </li>
  )
  return (
    <Panel title={t.history()}>
      <Shown of={below} lines={2}>
        {({ rows }) =>
          rows.length + own.length + predecessors.length + successors.length === 0 ? (
            <p className="quiet-ink">{t.noHistory()}</p>
          ) : (
            <ul className="place-history">
              {successors.map(({ code, name, day }) => link(t.became({ name, code }), code, day))}
              {predecessors.map(({ code, name, day }) => link(t.cameFrom({ name, code }), code, day))}
              {[...own, ...rows].map(({ id, kind, day, reason, from, to }) => (
                <li key={id}>
                  <span className="chip">{t[`changeKind_${kind}`]()}</span> {day} · {from.join(', ')} → {to.join(', ')}
                  <p className="quiet-ink">{reason}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Panel>
  )
}

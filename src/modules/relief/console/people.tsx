import { useState } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import { When } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Failed, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { EVACUEE_STATES, type EvacueeState, type EvacueeView } from '../contract-evacuation.ts'
import { movingWords } from '../parts/messages.ts'
import { nextOf, sayText, stateText, TONE_OF_STATE } from '../parts/states.ts'
import { useWholeList } from '../parts/whole-list.ts'
import type { Counts } from './figures.tsx'
import { reliefTexts as t } from './messages.ts'
import { NoteForm } from './note-form.tsx'
import { type Sayable, useSaying } from './saying.ts'

/** One village's list: by door, with what can be said of one person and of several. */
export function People({ counts, open }: { counts: Counts; open: boolean }) {
  const { place } = useScope()
  const [address, change] = useAddress()
  const state = EVACUEE_STATES.find((one) => one === address['state'])
  const list = useWholeList({ place, ...(state ? { state } : {}) })
  const { rows } = list
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [of, setOf] = useState<EvacueeView>()
  const { say, busy, error } = useSaying()
  const sayAll = (people: readonly EvacueeView[], to: Sayable) => void say(people, to).then(() => setChosen(new Set()))
  return (
    <Panel title={t.list()} note={t.listNote()} flush className="relief-people">
      <States counts={counts} state={state} onState={(next) => change({ state: next })} />
      {open && chosen.size > 0 && (
        <Several people={rows.filter(({ id }) => chosen.has(id))} busy={busy} onSay={sayAll} />
      )}
      {error && <Failed error={error} />}
      <Shown of={{ ...list, data: list.first }} lines={8}>
        {() => (
          <>
            <Table
              caption={t.list()}
              rows={rows}
              keyOf={({ id }) => id}
              nameOf={({ person }) => person.name}
              columns={open ? [...columns(), actsOf({ busy, onSay: sayAll, onOther: setOf })] : columns()}
              {...(open ? { chosen, onChosen: setChosen } : {})}
              empty={<Empty text={state ? t.stateEmpty() : t.listEmpty()} />}
            />
            <More
              shown={rows.length}
              more={list.hasNextPage && !list.coming}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Shown>
      {of && <NoteForm of={of} onClose={() => setOf(undefined)} />}
    </Panel>
  )
}

type StatesProps = {
  counts: Counts
  state: EvacueeState | undefined
  onState: (state: EvacueeState | undefined) => void
}
const States = ({ counts, state, onState }: StatesProps) => (
  <div className="filters list-filters" role="group" aria-label={t.states()}>
    <button type="button" className="quiet" aria-pressed={!state} onClick={() => onState(undefined)}>
      {t.everyState()}
    </button>
    {EVACUEE_STATES.filter((one) => counts[one] > 0 || one === state).map((one) => (
      <button key={one} type="button" className="quiet" aria-pressed={one === state} onClick={() => onState(one)}>
        {stateText(one)} {counted(counts[one])}
      </button>
    ))}
  </div>
)

type Saying = { busy: boolean; onSay: (people: readonly EvacueeView[], to: Sayable) => void }
/** A refusal has its own reason each, and who is not here is looked for each by himself. */
const TOGETHER = ['reached', 'moving', 'arrived', 'returned'] as const

const Several = ({ people, busy, onSay }: { people: readonly EvacueeView[] } & Saying) => (
  <div className="relief-several" role="status">
    <strong className="strong">{t.chosen({ count: people.length })}</strong>
    {TOGETHER.map((to) => {
      const able = people.filter(({ can }) => can.includes(to))
      return (
        able.length > 0 && (
          <button key={to} type="button" className="quiet" disabled={busy} onClick={() => onSay(able, to)}>
            {sayText(to)} {able.length}
          </button>
        )
      )
    })}
  </div>
)

const columns = (): Column<EvacueeView>[] => [
  {
    key: 'person',
    title: t.person(),
    width: 128,
    cell: ({ person: { name, age } }) => (
      <>
        <strong className="strong">{name}</strong>{' '}
        {age !== null && <span className="quiet-ink">{movingWords.aged({ age })}</span>}
      </>
    ),
  },
  { key: 'from', title: t.from(), cell: ({ address, placeName }) => <span title={placeName}>{address}</span> },
  {
    key: 'to',
    title: t.to(),
    width: 150,
    cell: ({ shelter }) => <span title={shelter?.name}>{shelter?.name ?? '—'}</span>,
  },
  {
    key: 'escort',
    title: t.escort(),
    width: 76,
    cell: ({ escort }) => <span title={escort?.title}>{escort?.name ?? '—'}</span>,
  },
  {
    key: 'state',
    title: t.state(),
    width: 190,
    cell: ({ state, note, returnAllowed }) => (
      <span title={note}>
        <span className="chip" data-tone={TONE_OF_STATE[state]}>
          {stateText(state)}
        </span>{' '}
        <span className="quiet-ink">{note || (returnAllowed && state === 'arrived' ? movingWords.allowed() : '')}</span>
      </span>
    ),
  },
  { key: 'said', title: t.said(), width: 92, cell: ({ saidAt }) => (saidAt ? <When at={saidAt} /> : '—') },
]

const actsOf = ({ busy, onSay, onOther }: Saying & { onOther: (of: EvacueeView) => void }): Column<EvacueeView> => ({
  key: 'act',
  title: t.act(),
  width: 132,
  cell: (row) => {
    const next = nextOf(row)
    const name = <span className="unseen"> {row.person.name}</span>
    return (
      <span className="row relief-acts">
        {next && (
          <button type="button" className="link" disabled={busy} onClick={() => onSay([row], next)}>
            {sayText(next)}
            {name}
          </button>
        )}
        {row.can.length > 0 && (
          <button type="button" className="link" onClick={() => onOther(row)}>
            {t.other()}
            {name}
          </button>
        )}
      </span>
    )
  },
})

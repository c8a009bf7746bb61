import { Alert, App, Button, Drawer, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { dayOf } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { listPosts, type Post, ROLES } from '#modules/posts/contract.ts'
import { roleText } from '#modules/posts/parts/role-text.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { CallError, newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { refusalText } from '#ui/console/messages.ts'
import { Table } from '#ui/console/table.tsx'
import { said } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { useCall, usePages } from '#ui/query.tsx'
import { checkRotation, listFiles, listRotations, rotate } from '../contract-rotation.ts'
import { bondTexts, rotationTexts as t } from './messages.ts'
import { Checked } from './rotation-checked.tsx'
import { Pasted, type ReadRow } from './rotation-pasted.tsx'

type Seat = { id: Post['id']; name: string; title: string; where: string }
/** Successors from outside the chosen posts: whoever leaves another one, or holds none (`title` null). */
type Newcomer = { name: string; title: string | null }
/** `takes`: for each seat the post from which its successor comes, or the successor who holds none. */
type Plan = {
  posts: readonly Seat[]
  day: string
  takes: ReadonlyMap<string, string>
  newcomers: ReadonlyMap<string, Newcomer>
}
export type Findings = OutputOf<typeof checkRotation>

/** At first every one takes the next. */
const ring = (posts: readonly Seat[]): Map<string, string> =>
  new Map(posts.map(({ id }, at) => [id, posts[(at + 1) % posts.length]?.id ?? id]))

const movesOf = ({ posts, takes, newcomers }: Plan) =>
  posts.map(({ id }) => {
    const taking = takes.get(id) ?? id
    const bare = newcomers.get(taking)?.title === null
    const successor = bare ? { person: taking as Post['person']['id'] } : { from: taking as Post['id'] }
    return { seat: id, ...successor, newId: newId() as Post['id'] }
  })

const seatOf = ({ id, person, title, organ, placeName }: Post): Seat => ({
  id,
  name: person.name,
  title,
  where: organ?.name ?? placeName,
})

/** Three steps in one drawer: which posts, who takes which, what speaks against it. */
export function Wizard({ onClose }: { onClose: () => void }) {
  const [way, setWay] = useState<'list' | 'paste'>('list')
  const plan = usePlan()
  const { chosen, newcomers, takes, day, posts } = plan
  const { check, send, checked, look, move, reason, setReason } = useRotating(plan, onClose)
  const error = check.error ?? send.error
  return (
    <Drawer
      title={t.plan()}
      open
      onClose={onClose}
      size={860}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{said.cancel()}</Button>
          <Button disabled={posts.length === 0} loading={check.isPending} onClick={() => void look()}>
            {t.check()}
          </Button>
          <Button
            type="primary"
            disabled={!checked || checked.found.abandoned.length > 0}
            loading={send.isPending}
            onClick={() => void move()}
          >
            {t.rotate({ count: posts.length })}
          </Button>
        </div>
      }
    >
      {error && <Alert type="error" showIcon role="alert" className="drawer-error" title={refusalText(error)} />}
      <div className="bonds-plan">
        <Segmented
          aria-label={t.plan()}
          value={way}
          options={[
            { value: 'list', label: t.byList() },
            { value: 'paste', label: t.byPaste() },
          ]}
          onChange={(value) => setWay(value as typeof way)}
        />
        {way === 'list' ? <ChoosePosts chosen={chosen} onChosen={plan.choose} /> : <Pasted onTaken={plan.takeRows} />}
        {posts.length > 0 && <Matching {...{ posts, takes, day, newcomers }} onDay={plan.setDay} onTake={plan.take} />}
        {checked && <Checked found={checked.found} reason={reason} onReason={setReason} />}
      </div>
    </Drawer>
  )
}

/** Who is to take which post from when. */
function usePlan() {
  const now = useNow()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Seat>>(new Map())
  const [newcomers, setNewcomers] = useState<ReadonlyMap<string, Newcomer>>(new Map())
  const [day, setDay] = useState(dayOf(now))
  const [takes, setTakes] = useState<ReadonlyMap<string, string>>(new Map())
  const posts = useMemo(() => [...chosen.values()], [chosen])
  return {
    chosen,
    newcomers,
    day,
    setDay,
    takes,
    posts,
    choose: (next: ReadonlyMap<string, Seat>): void => {
      setChosen(next)
      setTakes(ring([...next.values()]))
    },
    takeRows: (rows: readonly ReadRow[]): void => {
      const read = planOf(rows)
      setChosen(read.chosen)
      setTakes(read.takes)
      setNewcomers(read.newcomers)
    },
    take: (seat: string, from: string): void => setTakes(new Map(takes).set(seat, from)),
  }
}

/** Checks a plan and carries it out; what was checked counts only for the very plan it was checked for. */
function useRotating({ posts, day, takes, newcomers }: ReturnType<typeof usePlan>, onDone: () => void) {
  const [found, setFound] = useState<{ found: Findings; moves: ReturnType<typeof movesOf>; of: typeof takes }>()
  const [reason, setReason] = useState('')
  const check = useCall(checkRotation)
  const send = useCall(rotate, [listFiles, listRotations, listPosts])
  const { message } = App.useApp()
  const checked = found?.of === takes ? found : undefined
  const look = async (): Promise<void> => {
    const moves = movesOf({ posts, day, takes, newcomers })
    const answer = await check.mutateAsync({ day, moves }).catch(known)
    if (answer) setFound({ found: answer, moves, of: takes })
  }
  const move = async (): Promise<void> => {
    if (!checked) return
    const despite =
      reason.trim().length < 2 ? [] : checked.found.findings.map(({ seat }) => ({ seat, reason: reason.trim() }))
    const done = await send
      .mutateAsync({ id: newId() as never, day, moves: checked.moves, note: reason.trim(), despite })
      .catch(known)
    if (!done) return
    void message.success(t.rotated({ count: done.moved, files: done.files }))
    onDone()
  }
  return { check, send, checked, look, move, reason, setReason }
}

/** What a read list says; a post that somebody leaves and nobody takes is named by the check. */
function planOf(rows: readonly ReadRow[]) {
  const chosen = new Map<string, Seat>()
  const takes = new Map<string, string>()
  const newcomers = new Map<string, Newcomer>()
  for (const { seat, from, person } of rows) {
    if (!seat) continue
    chosen.set(seat.id, { id: seat.id, name: seat.name, title: seat.title, where: seat.placeName })
    takes.set(seat.id, from?.id ?? person?.id ?? '')
    if (person) newcomers.set(person.id, { name: person.name, title: null })
    if (from) newcomers.set(from.id, from)
  }
  for (const id of chosen.keys()) newcomers.delete(id)
  return { chosen, takes, newcomers }
}

/** A refusal is shown above the form; anything else is a fault of ours. */
function known(problem: unknown): undefined {
  if (!(problem instanceof CallError)) throw problem
}

type Choosing = { chosen: ReadonlyMap<string, Seat>; onChosen: (chosen: ReadonlyMap<string, Seat>) => void }

function ChoosePosts({ chosen, onChosen }: Choosing) {
  const { place: top } = useActing()
  const [place, setPlace] = useState<string | null>(null)
  const [role, setRole] = useState<Post['role']>('department_officer')
  const list = usePages(listPosts, { place: place ?? top, role, limit: 200 })
  const known = useMemo(
    () => new Map([...chosen, ...list.rows.map((post) => [post.id as string, seatOf(post)] as const)]),
    [chosen, list.rows],
  )
  return (
    <section>
      <h3 className="strong">{t.choose()}</h3>
      <p className="drawer-lead">{t.chooseLead()}</p>
      <div className="filters">
        <PlaceSelect label={bondTexts.place()} under={top} width={240} value={place} onChange={setPlace} />
        <Select
          aria-label={t.role()}
          style={{ width: 170 }}
          value={role}
          options={ROLES.map((value) => ({ value, label: roleText(value) }))}
          onChange={setRole}
        />
      </div>
      <Table
        caption={t.choose()}
        rows={list.rows}
        keyOf={({ id }) => id}
        nameOf={({ person, title }) => `${person.name} ${title}`}
        chosen={new Set(chosen.keys())}
        onChosen={(ids) =>
          onChosen(
            new Map(
              [...ids].flatMap((id) => {
                const seat = known.get(id)
                return seat ? [[id, seat]] : []
              }),
            ),
          )
        }
        columns={[
          {
            key: 'person',
            title: t.from(),
            width: 110,
            cell: ({ person }) => <strong className="strong">{person.name}</strong>,
          },
          {
            key: 'title',
            title: t.seat(),
            cell: ({ title, organ }) => [title, organ?.name].filter(Boolean).join(' · '),
          },
          {
            key: 'place',
            title: bondTexts.place(),
            cell: ({ placeName }) => <span title={placeName}>{placeName}</span>,
          },
        ]}
      />
    </section>
  )
}

type MatchingProps = Plan & { onDay: (day: string) => void; onTake: (seat: string, from: string) => void }

const Matching = ({ posts, takes, day, newcomers, onDay, onTake }: MatchingProps) => (
  <section>
    <h3 className="strong">{t.match()}</h3>
    <p className="drawer-lead">{t.matchLead()}</p>
    <input
      type="date"
      className="list-day"
      aria-label={bondTexts.fromDay()}
      value={day}
      onChange={(event) => event.target.value && onDay(event.target.value)}
    />
    <Table
      caption={t.match()}
      rows={posts}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'seat',
          title: t.seat(),
          cell: ({ title, where }) => <span title={where}>{[title, where].join(' · ')}</span>,
        },
        { key: 'from', title: t.from(), width: 100, cell: ({ name }) => name },
        {
          key: 'to',
          title: t.to(),
          width: 250,
          cell: ({ id, title }) => (
            <Select
              aria-label={`${t.to()} ${title}`}
              size="small"
              style={{ width: 210 }}
              value={takes.get(id) ?? null}
              options={[
                ...posts
                  .filter((post) => post.id !== id)
                  .map((post) => ({ value: post.id as string, label: `${post.name} · ${post.title}` })),
                ...[...newcomers].map(([value, { name, title: left }]) => ({
                  value,
                  label: left === null ? t.newcomer({ name }) : `${name} · ${left}`,
                })),
              ]}
              onChange={(from: string | null) => from && onTake(id, from)}
            />
          ),
        },
      ]}
    />
  </section>
)

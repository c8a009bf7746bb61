import { Alert, App, Button, Drawer, Select } from 'antd'
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

type Plan = { posts: readonly Post[]; day: string; takes: ReadonlyMap<string, string> }
export type Findings = OutputOf<typeof checkRotation>

/** Each seat and the post from which its successor comes; at first every one takes the next. */
const ring = (posts: readonly Post[]): Map<string, string> =>
  new Map(posts.map(({ id }, at) => [id, posts[(at + 1) % posts.length]?.id ?? id]))

const movesOf = ({ posts, takes }: Plan) =>
  posts.map(({ id }) => ({ seat: id, from: (takes.get(id) ?? id) as Post['id'], newId: newId() as Post['id'] }))

/** Three steps in one drawer: which posts, who takes which, what speaks against it. */
export function Wizard({ onClose }: { onClose: () => void }) {
  const now = useNow()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Post>>(new Map())
  const [day, setDay] = useState(dayOf(now))
  const [takes, setTakes] = useState<ReadonlyMap<string, string>>(new Map())
  const posts = useMemo(() => [...chosen.values()], [chosen])
  const [checked, setChecked] = useState<{ found: Findings; moves: ReturnType<typeof movesOf> }>()
  const [reason, setReason] = useState('')
  const check = useCall(checkRotation)
  const send = useCall(rotate, [listFiles, listRotations, listPosts])
  const { message } = App.useApp()
  const choose = (next: ReadonlyMap<string, Post>): void => {
    setChosen(next)
    setTakes(ring([...next.values()]))
    setChecked(undefined)
  }
  const look = async (): Promise<void> => {
    const moves = movesOf({ posts, day, takes })
    const found = await check.mutateAsync({ day, moves }).catch(known)
    if (found) setChecked({ found, moves })
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
    onClose()
  }
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
          <Button disabled={posts.length < 2} loading={check.isPending} onClick={() => void look()}>
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
        <ChoosePosts chosen={chosen} onChosen={choose} />
        {posts.length > 1 && (
          <Matching
            {...{ posts, takes, day }}
            onDay={setDay}
            onTake={(seat, from) => {
              setTakes(new Map(takes).set(seat, from))
              setChecked(undefined)
            }}
          />
        )}
        {checked && <Checked found={checked.found} reason={reason} onReason={setReason} />}
      </div>
    </Drawer>
  )
}

/** A refusal is shown above the form; anything else is a fault of ours. */
function known(problem: unknown): undefined {
  if (!(problem instanceof CallError)) throw problem
}

type Choosing = { chosen: ReadonlyMap<string, Post>; onChosen: (chosen: ReadonlyMap<string, Post>) => void }

function ChoosePosts({ chosen, onChosen }: Choosing) {
  const { place: top } = useActing()
  const [place, setPlace] = useState<string | null>(null)
  const [role, setRole] = useState<Post['role']>('department_officer')
  const list = usePages(listPosts, { place: place ?? top, role, limit: 200 })
  const known = useMemo(
    () => new Map([...chosen, ...list.rows.map((post) => [post.id as string, post] as const)]),
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
          onChosen(new Map([...ids].flatMap((id) => (known.get(id) ? [[id, known.get(id) as Post]] : []))))
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

const Matching = ({ posts, takes, day, onDay, onTake }: MatchingProps) => (
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
          cell: ({ title, organ, placeName }) => (
            <span title={placeName}>{[title, organ?.name ?? placeName].join(' · ')}</span>
          ),
        },
        { key: 'from', title: t.from(), width: 100, cell: ({ person }) => person.name },
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
              options={posts
                .filter((post) => post.id !== id)
                .map((post) => ({ value: post.id as string, label: `${post.person.name} · ${post.title}` }))}
              onChange={(from: string | null) => from && onTake(id, from)}
            />
          ),
        },
      ]}
    />
  </section>
)

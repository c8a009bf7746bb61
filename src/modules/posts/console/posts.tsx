import { Checkbox, Select } from 'antd'
import UserPlus from 'lucide-react/icons/user-plus'
import { useState } from 'react'
import { OrganSelect } from '#modules/people/parts/organ-select.tsx'
import { StaffTabs } from '#modules/people/parts/staff-tabs.tsx'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useActing } from '#ui/console/acting.ts'
import { type Address, useAddress } from '#ui/console/address.ts'
import { Page } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { usePages } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { listPosts, type Post, Role, ROLES } from '../contract.ts'
import { postTexts as t, roleText } from './messages.ts'
import { PostForms, type Task } from './post-forms.tsx'

/** 岗位: who holds what where, and the three things that happen to a post. */
export function PostsPage() {
  const { permissions } = useActing()
  const [address] = useAddress()
  const [task, setTask] = useState<Task>()
  const text = useSettled(address['text'] ?? '')
  const list = usePages(listPosts, { ...filterOf(address), ...(text ? { text } : {}), limit: 50 })
  const actions = permissions.has('posts.appoint') && (
    <button type="button" className="firm" onClick={() => setTask({ kind: 'appoint' })}>
      <UserPlus size={16} aria-hidden />
      {t.appoint()}
    </button>
  )
  return (
    <Page title={t.title()} trail={<StaffTabs now="posts" />} actions={actions} className="page-fit">
      <div className="panel panel-flush">
        <Filters />
        <div className="panel-body">
          <Shown of={{ ...list, data: list.first }} lines={12}>
            {() => (
              <>
                <PostTable rows={list.rows} onTask={setTask} />
                <More
                  shown={list.rows.length}
                  more={list.hasNextPage}
                  loading={list.isFetchingNextPage}
                  onMore={() => void list.fetchNextPage()}
                />
              </>
            )}
          </Shown>
        </div>
      </div>
      <PostForms task={task} onClose={() => setTask(undefined)} />
    </Page>
  )
}

function filterOf({ place, organ, role, ended }: Address) {
  const known = Role.safeParse(role)
  return {
    ...(place ? { place } : {}),
    ...(organ ? { organ: organ as NonNullable<Post['organ']>['id'] } : {}),
    ...(known.success ? { role: known.data } : {}),
    ended: ended === 'true',
  }
}

function Filters() {
  const { place: top } = useActing()
  const [address, change] = useAddress()
  return (
    <div className="filters list-filters">
      <input
        className="list-search"
        type="search"
        aria-label={t.search()}
        placeholder={t.search()}
        value={address['text'] ?? ''}
        onChange={(event) => change({ text: event.target.value })}
      />
      <PlaceSelect
        label={t.place()}
        under={top}
        width={200}
        value={address['place']}
        onChange={(code) => change({ place: code ?? undefined })}
      />
      <OrganSelect
        label={t.organ()}
        place={address['place'] ?? top}
        width={260}
        value={address['organ'] ?? null}
        onChange={(organ) => change({ organ: organ ?? undefined })}
      />
      <Select
        aria-label={t.anyRole()}
        placeholder={t.anyRole()}
        allowClear
        style={{ width: 160 }}
        value={address['role'] ?? null}
        options={ROLES.map((role) => ({ value: role as string, label: roleText(role) }))}
        onChange={(role: string | null | undefined) => change({ role: role ?? undefined })}
      />
      <Checkbox
        checked={address['ended'] === 'true'}
        onChange={(event) => change({ ended: event.target.checked ? 'true' : undefined })}
      >
        {t.ended()}
      </Checkbox>
    </div>
  )
}

export const PostTable = ({ rows, onTask }: { rows: readonly Post[]; onTask?: (task: Task) => void }) => (
  <Table
    caption={t.table()}
    rows={rows}
    keyOf={({ id }) => id}
    empty={<Empty text={t.none()} />}
    columns={[
      {
        key: 'person',
        title: t.person(),
        width: 110,
        cell: ({ person }) => <strong className="strong">{person.name}</strong>,
      },
      { key: 'title', title: t.post(), width: 210, cell: ({ title }) => title },
      { key: 'role', title: t.role(), width: 120, cell: ({ role }) => roleText(role) },
      { key: 'place', title: t.at(), cell: ({ placeName }) => <span title={placeName}>{placeName}</span> },
      { key: 'organ', title: t.organ(), cell: ({ organ }) => organ?.name ?? '—' },
      { key: 'from', title: t.from(), width: 108, cell: ({ from }) => from },
      { key: 'to', title: t.to(), width: 108, cell: ({ to }) => to ?? '—' },
      ...(onTask && rows.some(({ can }) => can.length > 0)
        ? [
            {
              key: 'actions',
              title: t.actions(),
              width: 124,
              cell: (post: Post) => (
                <span className="row">
                  {post.can.map((kind) => (
                    <button key={kind} type="button" className="link" onClick={() => onTask({ kind, post })}>
                      {kind === 'end' ? t.end() : t.handOver()}
                    </button>
                  ))}
                </span>
              ),
            },
          ]
        : []),
    ]}
  />
)

import { postTexts as t, roleText } from '#modules/posts/console/messages.ts'
import { type Post, teamOf } from '#modules/posts/contract.ts'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { Go } from '#ui/console/go.tsx'
import { useAsk } from '#ui/query.tsx'

/** Who answers here, and who one level up. */
export function Team({ place }: { place: string }) {
  const team = useAsk(teamOf, { place })
  const all = (
    <Go to="/posts" search={{ place }}>
      {t.posts()}
    </Go>
  )
  return (
    <Panel title={t.team()} action={all} flush>
      <Shown of={team} lines={4}>
        {({ here, above, vacant }) => (
          <>
            {vacant && <p className="places-vacant">{t.vacant()}</p>}
            {here.length > 0 && <Posts name={t.here()} rows={here} />}
            {above.length > 0 && <Posts name={t.above()} rows={above} />}
          </>
        )}
      </Shown>
    </Panel>
  )
}

const Posts = ({ name, rows }: { name: string; rows: readonly Post[] }) => (
  <Table
    caption={`${t.team()} ${name}`}
    rows={rows}
    keyOf={({ id }) => id}
    columns={[
      {
        key: 'person',
        title: name,
        width: 110,
        cell: ({ person }) => <strong className="strong">{person.name}</strong>,
      },
      { key: 'title', title: t.post(), cell: ({ title, organ }) => [title, organ?.name].filter(Boolean).join(' · ') },
      { key: 'role', title: t.role(), width: 120, cell: ({ role }) => roleText(role) },
      { key: 'from', title: t.from(), width: 110, cell: ({ from }) => from },
    ]}
  />
)

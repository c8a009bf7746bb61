import type { Entry } from '#modules/people/contract-entries.ts'
import { SourceChip } from '#modules/people/parts/provenance.tsx'
import { Go } from '#ui/console/go.tsx'
import { Empty } from '#ui/console/shown.tsx'
import { type Column, Table } from '#ui/console/table.tsx'
import type { Member } from '../contract.ts'
import type { Task } from './forms.tsx'
import { homeTexts as t, relationText, residenceText } from './messages.ts'

type MembersProps = {
  caption: string
  rows: readonly Member[]
  entries: readonly Entry[]
  onTask?: (task: Task) => void
}

export const ageText = ({ age, minor }: { age: number | null; minor: boolean }): string =>
  age === null ? t.unknown() : minor ? `${t.years({ n: age })} · ${t.child()}` : t.years({ n: age })

/** Those who belong to a household; a child by the family name. */
export function Members({ caption, rows, entries, onTask }: MembersProps) {
  const actions: Column<Member> = {
    key: 'actions',
    title: t.actions(),
    width: 108,
    cell: (member) => (
      <span className="row">
        {(['change', 'leave'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="link"
            aria-label={`${member.name} ${t[kind]()}`}
            onClick={() => onTask?.({ kind, member })}
          >
            {t[kind]()}
          </button>
        ))}
      </span>
    ),
  }
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      empty={<Empty text={t.noFormer()} />}
      columns={[
        {
          key: 'name',
          title: t.name(),
          width: 110,
          cell: ({ person, name }) => <Go to={`/people/${person}`}>{name || t.unknown()}</Go>,
        },
        { key: 'relation', title: t.relation(), width: 104, cell: ({ relation }) => relationText(relation) },
        { key: 'sex', title: t.sex(), width: 60, cell: ({ sex }) => (sex ? t[sex]() : '—') },
        { key: 'age', title: t.age(), width: 140, cell: (member) => ageText(member) },
        {
          key: 'residence',
          title: t.residence(),
          width: 84,
          cell: ({ residence }) => (
            <span className="chip" data-tone={residence === 'away' ? 'soon' : residence === 'own' ? 'done' : 'work'}>
              {residenceText(residence)}
            </span>
          ),
        },
        { key: 'phone', title: t.phone(), width: 124, cell: ({ phoneMasked }) => phoneMasked ?? '—' },
        { key: 'since', title: t.since(), width: 108, cell: ({ fromDay }) => fromDay },
        ...(rows.some(({ untilDay }) => untilDay)
          ? [{ key: 'until', title: t.until(), width: 108, cell: ({ untilDay }: Member) => untilDay ?? '—' }]
          : []),
        { key: 'source', title: t.source(), cell: ({ entry }) => <SourceChip entries={entries} id={entry} /> },
        ...(rows.some(({ endedEntry }) => endedEntry)
          ? [
              {
                key: 'ended',
                title: t.endedSource(),
                cell: ({ endedEntry }: Member) => (endedEntry ? <SourceChip entries={entries} id={endedEntry} /> : '—'),
              },
            ]
          : []),
        ...(onTask ? [actions] : []),
      ]}
    />
  )
}

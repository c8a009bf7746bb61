import { App } from 'antd'
import { useAddress } from '#ui/console/address.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { useCall, usePages } from '#ui/query.tsx'
import { judgeProblem, listProblems, type Problem } from '../contract-days.ts'
import { tuesdayTexts as t } from './messages.ts'
import type { Task } from './tuesday-forms.tsx'

const STATES = ['open', 'answered', 'accepted'] as const
type State = (typeof STATES)[number]

/** Problems found on the spot: each has an owner, a day and an answer, and somebody else says whether it is solved. */
export function Problems({ onTask }: { onTask: (task: Task) => void }) {
  const [address, change] = useAddress()
  const state = STATES.find((one) => one === address['problems'])
  const list = usePages(listProblems, { ...(state ? { state } : {}), limit: 50 })
  const filter = (
    <span className="row">
      {([undefined, ...STATES] as const).map((one) => (
        <button
          key={one ?? 'all'}
          type="button"
          className="quiet"
          aria-pressed={one === state}
          onClick={() => change({ problems: one })}
        >
          {one ? t[`state_${one}`]() : t.allStates()}
        </button>
      ))}
    </span>
  )
  return (
    <Panel title={t.problems()} action={filter} flush className="tuesday-problems">
      <Shown of={{ ...list, data: list.first }} lines={6}>
        {() => (
          <>
            <ProblemTable rows={list.rows} onTask={onTask} />
            <More
              shown={list.rows.length}
              more={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Shown>
    </Panel>
  )
}

const ProblemTable = ({ rows, onTask }: { rows: readonly Problem[]; onTask: (task: Task) => void }) => (
  <Table
    caption={t.problems()}
    rows={rows}
    keyOf={({ id }) => id}
    empty={<Empty text={t.problemsNone()} />}
    columns={[
      {
        key: 'text',
        title: t.problem(),
        cell: ({ text }) => (
          <strong className="strong" title={text}>
            {text}
          </strong>
        ),
      },
      { key: 'where', title: t.where(), width: 170, cell: ({ placeName }) => placeName },
      {
        key: 'owner',
        title: t.owner(),
        width: 150,
        cell: ({ owner }) => <span title={owner.title}>{`${owner.name} · ${owner.title}`}</span>,
      },
      {
        key: 'due',
        title: t.due(),
        width: 110,
        cell: ({ due, late }) => <span className={late ? 'late-number' : ''}>{due}</span>,
      },
      {
        key: 'state',
        title: t.state(),
        width: 190,
        cell: (row) => <span className={row.late ? 'late-number' : ''}>{stateOf(row)}</span>,
      },
      {
        key: 'answer',
        title: t.answer(),
        width: 220,
        cell: ({ answer }) => <span title={answer ?? ''}>{answer ?? '—'}</span>,
      },
      { key: 'do', title: t.actions(), width: 160, cell: (row) => <Actions of={row} onTask={onTask} /> },
    ]}
  />
)

const stateOf = ({ state, late }: { state: State; late: boolean }): string =>
  late ? t.lateProblem() : t[`state_${state}`]()

function Actions({ of: problem, onTask }: { of: Problem; onTask: (task: Task) => void }) {
  const { message } = App.useApp()
  const judge = useCall(judgeProblem, [listProblems])
  if (problem.can.length === 0) return <>—</>
  return (
    <span className="row">
      {problem.can.includes('answer') && (
        <button type="button" className="link" onClick={() => onTask({ kind: 'answer', problem })}>
          {t.doAnswer()}
        </button>
      )}
      {problem.can.includes('accept') && (
        <button
          type="button"
          className="link"
          onClick={() =>
            judge.mutate({ id: problem.id, solved: true }, { onSuccess: () => void message.success(t.judged()) })
          }
        >
          {t.accept()}
        </button>
      )}
      {problem.can.includes('return') && (
        <button type="button" className="link" onClick={() => onTask({ kind: 'giveBack', problem })}>
          {t.giveBack()}
        </button>
      )}
    </span>
  )
}

import type { OutputOf } from '#kernel/contract.ts'
import { useAddress } from '#ui/console/address.ts'
import { Due, When } from '#ui/console/moment.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { useLive, usePages } from '#ui/query.tsx'
import { listContests } from '../contract-contests.ts'
import { fieldWords } from '../parts/messages.ts'
import { useRegistry } from '../parts/value.ts'
import { ContestPanel } from './contest-panel.tsx'
import { SectionTabs } from './section-tabs.tsx'
import { contestTexts as t } from './contest-messages.ts'
import { dataTexts } from './messages.ts'
import './fields.css'

export type Listed = OutputOf<typeof listContests>['rows'][number]
const TONES = { open: 'work', accepted: 'done', refused: 'soon', withdrawn: undefined } as const

/** 异议: what people say is wrong, the one that is due first on top; decided within a limit, with an answer. */
export function ContestsPage() {
  const [address, change] = useAddress()
  const decided = address.state === 'decided'
  const late = address.late === 'true'
  const list = usePages(listContests, { state: decided ? 'decided' : 'open', ...(late ? { late } : {}), limit: 50 })
  useLive('fields.contest', [listContests])
  const open = list.rows.find(({ id }) => id === address.contest)
  return (
    <Page title={t.title()} section={dataTexts.section()} trail={<SectionTabs now="/contests" />} className="page-fit">
      <div className="data data-two">
        <Panel
          title={t.title()}
          note={list.first && t.count({ open: list.first.open, late: list.first.lateOpen })}
          flush
          action={<Views decided={decided} late={late} change={change} />}
        >
          <Shown of={{ ...list, data: list.first }} lines={8}>
            {() => (
              <>
                <Queue
                  rows={list.rows}
                  decided={decided}
                  active={open?.id}
                  onOpen={({ id }) => change({ contest: id })}
                />
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
        </Panel>
        <div className="data-side">
          {open ? <ContestPanel key={open.id} contest={open} /> : <Empty text={t.pick()} />}
        </div>
      </div>
    </Page>
  )
}

type Change = ReturnType<typeof useAddress>[1]
const Views = ({ decided, late, change }: { decided: boolean; late: boolean; change: Change }) => (
  <span className="row">
    <button
      type="button"
      className="quiet"
      aria-pressed={!decided}
      onClick={() => change({ state: undefined, contest: undefined })}
    >
      {t.openTab()}
    </button>
    <button
      type="button"
      className="quiet"
      aria-pressed={decided}
      onClick={() => change({ state: 'decided', contest: undefined })}
    >
      {t.decidedTab()}
    </button>
    <button
      type="button"
      className="quiet"
      aria-pressed={late}
      onClick={() => change({ late: late ? undefined : 'true' })}
    >
      {t.late()}
    </button>
  </span>
)

type QueueProps = {
  rows: readonly Listed[]
  decided: boolean
  active: string | undefined
  onOpen: (one: Listed) => void
}
function Queue({ rows, decided, active, onOpen }: QueueProps) {
  const registry = useRegistry()
  const columns: Column<Listed>[] = [
    {
      key: 'field',
      title: t.field(),
      width: 190,
      cell: (one) => (
        <button type="button" className="link link-ink" onClick={() => onOpen(one)}>
          {registry.name(one.field)}
        </button>
      ),
    },
    {
      key: 'change',
      title: t.change(),
      cell: ({ field, shown, says }) =>
        shown === null ? (
          <span className="quiet-ink">{t.hidden()}</span>
        ) : (
          t.arrow({ from: registry.say(field, shown), to: says === null ? t.wrongOnly() : registry.say(field, says) })
        ),
    },
    { key: 'who', title: t.who(), width: 130, cell: ({ who }) => who },
    { key: 'by', title: t.by(), width: 150, cell: ({ by }) => t[by]() },
    decided
      ? {
          key: 'outcome',
          title: t.outcome(),
          width: 176,
          cell: ({ state, decidedAt }) => (
            <span className="row">
              <span className="chip" data-tone={TONES[state]}>
                {fieldWords[`state_${state}`]()}
              </span>
              {decidedAt && <When at={decidedAt} />}
            </span>
          ),
        }
      : { key: 'due', title: t.due(), width: 176, cell: ({ dueAt, lamp }) => <Due dueAt={dueAt} lamp={lamp} /> },
  ]
  return (
    <Table
      caption={t.title()}
      rows={rows}
      keyOf={({ id }) => id}
      active={active}
      onOpen={onOpen}
      empty={<Empty text={decided ? t.noneDecided() : t.none()} />}
      columns={columns}
    />
  )
}

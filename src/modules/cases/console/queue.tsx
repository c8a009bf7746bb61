import { useNavigate } from '@tanstack/react-router'
import Keyboard from 'lucide-react/icons/keyboard'
import Plus from 'lucide-react/icons/plus'
import { useRef, useState } from 'react'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { useKeys } from '#ui/console/keys.ts'
import { Page } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { Go } from '#ui/console/go.tsx'
import { usePages } from '#ui/query.tsx'
import { type CaseRow, listCases } from '../contract.ts'
import { Bulk } from './bulk.tsx'
import { queueTexts as t } from './messages.ts'
import { columns } from './queue-columns.tsx'
import { filterOf, isEmpty, views } from './queue-filter.ts'
import { Filters } from './queue-filters.tsx'
import { KeysHelp } from './queue-keys.tsx'
import './queue.css'
import { numberText } from '../parts/number.ts'

const PAGE = 50

/** 事件: the working list. Its filters are its address; j and k walk, Enter opens, x selects. */
export function QueuePage() {
  const { permissions } = useActing()
  const [address, change] = useAddress()
  const asked = isEmpty(address) ? { ...views()[0]?.address, ...address } : address
  const filter = filterOf(asked)
  const list = usePages(listCases, { sort: 'newest', ...filter, limit: PAGE })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [help, setHelp] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const { active, open } = useWalk(list.rows, chosen, setChosen, {
    search: () => search.current?.focus(),
    help: () => setHelp(true),
  })
  const actions = (
    <>
      <button type="button" className="bar-icon" aria-label={t.keys()} title={t.keys()} onClick={() => setHelp(true)}>
        <Keyboard size={18} aria-hidden />
      </button>
      {permissions.has('cases.report') && (
        <Go className="firm" to="/cases/new">
          <Plus size={16} aria-hidden />
          {t.newCase()}
        </Go>
      )}
    </>
  )
  return (
    <Page title={t.title()} actions={actions} className="page-fit">
      <div className="panel panel-flush">
        <Filters address={asked} onChange={change} searchRef={search} />
        <div className="panel-body">
          <Shown of={{ ...list, data: list.first }} lines={12}>
            {({ total }) => (
              <>
                <Table
                  {...{ caption: t.table(), rows: list.rows, columns: columns(), active, chosen, onChosen: setChosen }}
                  keyOf={({ id }) => id}
                  nameOf={({ number }) => numberText(number)}
                  onOpen={open}
                  empty={
                    <Empty text={t.none()}>
                      <Go className="quiet" to="/cases" search={{ open: 'true' }}>
                        {t.seeOpen()}
                      </Go>
                    </Empty>
                  }
                />
                {list.rows.length > 0 && (
                  <More
                    shown={list.rows.length}
                    total={total}
                    more={list.hasNextPage}
                    loading={list.isFetchingNextPage}
                    onMore={() => void list.fetchNextPage()}
                  />
                )}
              </>
            )}
          </Shown>
        </div>
        {chosen.size > 0 && (
          <Bulk rows={list.rows.filter(({ id }) => chosen.has(id))} onDone={() => setChosen(new Set())} />
        )}
      </div>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
    </Page>
  )
}

type Others = { search: () => void; help: () => void }

function useWalk(
  rows: readonly CaseRow[],
  chosen: ReadonlySet<string>,
  setChosen: (chosen: ReadonlySet<string>) => void,
  others: Others,
) {
  const navigate = useNavigate()
  const [active, setActive] = useState<string>()
  const at = rows.findIndex(({ id }) => id === active)
  const open = (row: CaseRow) => void navigate({ to: `/cases/${row.id}` as '/' })
  const step = (by: number) => setActive(rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.id)
  const toggle = () => {
    if (active === undefined) return
    const next = new Set(chosen)
    if (!next.delete(active)) next.add(active)
    setChosen(next)
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    x: toggle,
    Enter: () => {
      const row = rows[at]
      if (row) open(row)
    },
    '/': others.search,
    '?': others.help,
  })
  return { active, open }
}

import { Drawer, Input } from 'antd'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { usePages } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { findReady } from '../contract.ts'
import { bondTexts as t } from './messages.ts'

type SearchProps = { place: string; kind: string | undefined; onClose: () => void; onPlace: (code: string) => void }

/** Above a village: who stands ready anywhere below, by name; adding somebody is for the village. */
export function ReadySearch({ place, kind, onClose, onPlace }: SearchProps) {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const list = usePages(findReady, { place, text, ...(kind ? { kind } : {}), limit: 50 })
  return (
    <Drawer title={t.ready()} open onClose={onClose} size={760}>
      <p className="drawer-lead">{t.readySearchLead()}</p>
      <Input
        allowClear
        className="bonds-search"
        aria-label={t.readySearch()}
        placeholder={t.readySearch()}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Shown of={{ ...list, data: list.first }} lines={8}>
        {() => (
          <>
            <Table
              caption={t.ready()}
              rows={list.rows}
              keyOf={({ id }) => id}
              empty={<Empty text={text === '' ? t.nobodyReadyBelow() : t.nobodyFound()} />}
              columns={[
                {
                  key: 'name',
                  title: t.name(),
                  width: 150,
                  cell: ({ name, title }) => (
                    <>
                      <strong className="strong">{name}</strong> <span className="quiet-ink">{title}</span>
                    </>
                  ),
                },
                {
                  key: 'place',
                  title: t.place(),
                  cell: ({ place: code, placeName }) => (
                    <button type="button" className="link" title={placeName} onClick={() => onPlace(code.slice(0, 12))}>
                      {placeName}
                    </button>
                  ),
                },
                { key: 'kind', title: t.kind(), width: 130, cell: ({ kindName }) => named(kindName) },
                { key: 'load', title: t.load(), width: 60, end: true, cell: ({ load }) => load },
                { key: 'most', title: t.most(), width: 70, end: true, cell: ({ most }) => most ?? t.noQuota() },
              ]}
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
    </Drawer>
  )
}

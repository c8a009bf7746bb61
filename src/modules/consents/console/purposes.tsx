import { named } from '#kernel/messages.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { listPurposes } from '../contract.ts'
import { keepText, purposeTexts as t } from './messages.ts'

/** 目的: why personal data are read at all, on which article, and how long they are kept. */
export function PurposesPage() {
  const list = useAsk(listPurposes, {})
  return (
    <Page title={t.title()}>
      <Panel title={t.table()} note={t.lead()} flush className="purposes">
        <Shown of={list} lines={6}>
          {({ rows }) => (
            <Table
              caption={t.table()}
              rows={rows}
              keyOf={({ key }) => key}
              empty={<Empty text={t.none()} />}
              columns={[
                {
                  key: 'name',
                  title: t.purpose(),
                  width: 190,
                  cell: ({ name }) => <strong className="strong">{named(name)}</strong>,
                },
                { key: 'what', title: t.what(), cell: ({ what }) => named(what) },
                { key: 'basis', title: t.basis(), width: 120, cell: ({ basis }) => t[`basis_${basis}`]() },
                { key: 'law', title: t.law(), width: 300, cell: ({ law }) => law },
                { key: 'keep', title: t.keep(), width: 130, cell: ({ keep }) => keepText(keep) },
              ]}
            />
          )}
        </Shown>
      </Panel>
    </Page>
  )
}

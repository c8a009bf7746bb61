import { named } from '#kernel/messages.ts'
import { whoAnswers } from '#modules/bonds/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { homePanelTexts as t } from './messages.ts'

/** 谁管这家: what bonds know of the same door. */
export function Answering({ household }: { household: string }) {
  const { permissions } = useActing()
  const may = permissions.has('bonds.read')
  const asked = useAsk(whoAnswers, { household }, { when: may })
  if (!may) return null
  return (
    <Panel
      title={t.answering()}
      flush
      action={
        <Go to="/bonds/door" search={{ door: household }}>
          {t.toBonds()}
        </Go>
      }
    >
      <Shown of={asked} lines={3}>
        {({ answerers }) => (
          <Table
            caption={t.answering()}
            rows={answerers}
            keyOf={({ bond, kind, name }) => `${bond} ${kind} ${name}`}
            empty={<Empty text={t.nobody()} />}
            columns={[
              {
                key: 'name',
                title: t.name(),
                width: 260,
                cell: ({ name }) => <strong className="strong">{name}</strong>,
              },
              { key: 'title', title: t.post(), cell: ({ title }) => title },
              { key: 'kind', title: t.kind(), width: 150, cell: ({ kindName }) => named(kindName) },
              { key: 'from', title: t.from(), width: 116, cell: ({ from }) => from },
            ]}
          />
        )}
      </Shown>
    </Panel>
  )
}

/** 数据之家: what is held of this household. A page of its own, since everybody living there sees it as a look. */
export function Known({ household }: { household: string }) {
  const { permissions } = useActing()
  if (!permissions.has('fields.card')) return null
  return (
    <Panel title={t.known()} action={<Go to={`/homes/${household}/card`}>{t.show()}</Go>}>
      <p className="quiet-ink">{t.knownLead()}</p>
    </Panel>
  )
}

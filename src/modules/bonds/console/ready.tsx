import { Alert, App, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { searchHomes } from '#modules/homes/contract-search.ts'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { listAnswerers, stand, standDown } from '../contract.ts'
import { coverage, proposeFilling } from '../contract-coverage.ts'
import { bondTexts as t } from './messages.ts'

type ReadyProps = { place: string; kind: string; onClose: () => void }
type Row = OutputOf<typeof listAnswerers>['rows'][number]

/** Who stands ready in a village, with what they have; and how somebody is added or steps back. */
export function Ready({ place, kind, onClose }: ReadyProps) {
  const found = useAsk(listAnswerers, { place, kind })
  const [leaving, setLeaving] = useState<Row>()
  return (
    <Drawer title={t.ready()} open onClose={onClose} size={620}>
      <p className="drawer-lead">{t.readyLead()}</p>
      <Add place={place} kind={kind} />
      <Shown of={found} lines={6}>
        {({ rows }) => (
          <Table
            caption={t.ready()}
            rows={rows}
            keyOf={({ id }) => id}
            empty={<Empty text={t.nobodyReady()} />}
            columns={[
              {
                key: 'name',
                title: t.name(),
                cell: ({ name, title }) => (
                  <>
                    <strong className="strong">{name}</strong> <span className="quiet-ink">{title}</span>
                  </>
                ),
              },
              { key: 'from', title: t.since(), width: 108, cell: ({ from }) => from },
              { key: 'load', title: t.load(), width: 70, end: true, cell: ({ load }) => load },
              { key: 'most', title: t.most(), width: 70, end: true, cell: ({ most }) => most ?? t.noQuota() },
              {
                key: 'back',
                title: '',
                width: 64,
                cell: (row) => (
                  <button type="button" className="link" onClick={() => setLeaving(row)}>
                    {t.stepBack()}
                  </button>
                ),
              },
            ]}
          />
        )}
      </Shown>
      {leaving && <StepBack row={leaving} onClose={() => setLeaving(undefined)} />}
    </Drawer>
  )
}

function Add({ place, kind }: { place: string; kind: string }) {
  const [form] = Form.useForm<{ person: string; most?: number | null }>()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const found = useAsk(searchHomes, { text, place, limit: 20 }, { when: text !== '' })
  const send = useCall(stand, [listAnswerers, proposeFilling, coverage])
  const { message } = App.useApp()
  const add = ({ person, most }: { person: string; most?: number | null }): void =>
    send.mutate(
      { id: newId() as never, kind, place, source: { kind: 'person', id: person }, most: most ?? null },
      {
        onSuccess: () => {
          void message.success(t.readyAdded())
          form.resetFields()
        },
      },
    )
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={add}>
      {send.error && (
        <Alert type="error" showIcon role="alert" className="drawer-error" title={refusalText(send.error)} />
      )}
      <div className="new-row">
        <Form.Item name="person" label={t.who()} rules={[needed]}>
          <Select
            placeholder={t.readyFind()}
            showSearch={{ filterOption: false, onSearch: setTyped }}
            notFoundContent={t.readyFind()}
            options={(found.data?.residents ?? []).map(({ id, name, address }) => ({
              value: id as string,
              label: [name, address].filter(Boolean).join(' · '),
            }))}
          />
        </Form.Item>
        <Form.Item name="most" label={t.readyOwn()}>
          <InputNumber min={0} max={10000} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <button type="submit" className="firm" disabled={send.isPending}>
        {t.readyAdd()}
      </button>
    </Form>
  )
}

function StepBack({ row, onClose }: { row: Row; onClose: () => void }) {
  const send = useCall(standDown, [listAnswerers, proposeFilling])
  return (
    <DrawerForm<{ reason: string }>
      title={t.endTitle({ name: row.name })}
      lead={t.readyLead()}
      open
      onClose={onClose}
      submit={t.stepBack()}
      danger
      done={t.steppedBack()}
      onSend={({ reason }) => send.mutateAsync({ id: row.id, reason })}
    >
      <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={200} />
      </Form.Item>
    </DrawerForm>
  )
}

import { Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { dayOf } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Page } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { type BondKind, listKinds, setKind } from '../contract.ts'
import { BondTabs } from './bond-tabs.tsx'
import { bondTexts as t } from './messages.ts'

/** 联系类型: data in versions; the city's command revises them. */
export function KindsPage() {
  const { permissions } = useActing()
  const found = useAsk(listKinds, {})
  const [kind, setOpen] = useState<BondKind>()
  const revises = permissions.has('bonds.setKind')
  return (
    <Page title={t.sections()} trail={<BondTabs now="kinds" />} className="page-fit">
      <div className="panel panel-flush">
        <div className="panel-body">
          <Shown of={found} lines={10}>
            {({ rows }) => (
              <Table
                caption={t.kinds()}
                rows={rows}
                keyOf={({ code }) => code}
                columns={[
                  {
                    key: 'name',
                    title: t.kind(),
                    cell: ({ name }) => <strong className="strong">{named(name)}</strong>,
                  },
                  { key: 'ends', title: t.fromTo(), width: 250, cell: ({ from, to }) => endsText(from, to) },
                  { key: 'quota', title: t.most(), width: 90, end: true, cell: ({ quota }) => quota ?? t.noQuota() },
                  { key: 'near', title: t.near(), width: 80, cell: ({ near }) => (near ? t.yes() : t.no()) },
                  {
                    key: 'choosable',
                    title: t.choosable(),
                    width: 100,
                    cell: ({ choosable }) => (choosable ? t.yes() : t.no()),
                  },
                  { key: 'from', title: t.since(), width: 108, cell: ({ fromDay }) => fromDay },
                  { key: 'version', title: t.version(), width: 60, end: true, cell: ({ version }) => version },
                  ...(revises
                    ? [
                        {
                          key: 'revise',
                          title: '',
                          width: 64,
                          cell: (one: BondKind) => (
                            <button type="button" className="link" onClick={() => setOpen(one)}>
                              {t.revise()}
                            </button>
                          ),
                        },
                      ]
                    : []),
                ]}
              />
            )}
          </Shown>
        </div>
      </div>
      {kind && <Revise kind={kind} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

const endsText = (from: BondKind['from'], to: BondKind['to']): string =>
  `${from.map((one) => t[`source_${one}`]()).join('、')} → ${to.map((one) => t[`to_${one}`]()).join('、')}`

type Revising = { quota?: number | null; fromDay: string; reason: string }

function Revise({ kind, onClose }: { kind: BondKind; onClose: () => void }) {
  const now = useNow()
  const send = useCall(setKind, [listKinds])
  const { version: _, ...rest } = kind
  return (
    <DrawerForm<Revising>
      title={t.reviseTitle({ name: named(kind.name) })}
      lead={t.reviseLead()}
      open
      onClose={onClose}
      initial={{ quota: kind.quota, fromDay: dayOf(now), reason: '' }}
      submit={t.revise()}
      done={t.revised()}
      onSend={({ quota, fromDay, reason }) => send.mutateAsync({ ...rest, quota: quota ?? null, fromDay, reason })}
    >
      <Form.Item name="quota" label={t.most()} extra={t.quotaHint()}>
        <InputNumber min={1} max={10000} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="fromDay" label={t.fromDay()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

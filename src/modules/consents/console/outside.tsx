import { Alert, Checkbox, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { dayOf, millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Failed, Shown } from '#ui/console/shown.tsx'
import { type Column, Table } from '#ui/console/table.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { addOutside, endOutside, listOutside, OUTSIDE_ACTS } from '../contract-outside.ts'
import { disclosureTexts as t } from './glass-messages.ts'

type Row = OutputOf<typeof listOutside>['rows'][number]
const SAID = {
  'consents.findUsage': t.findUsage,
  'consents.usagePeriod': t.usagePeriod,
  'consents.heartbeat': t.heartbeat,
  'consents.reportUsage': t.reportUsage,
}
const said = (act: string): string => (act in SAID ? SAID[act as keyof typeof SAID]() : act)

/** Registers outside that ask and tell who looked at whom; their credentials end by themselves. */
export function Outside() {
  const { permissions } = useActing()
  const list = useAsk(listOutside, {})
  const end = useCall(endOutside, [listOutside])
  const [adding, setAdding] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  const keeper = permissions.has('consents.addOutside')
  const act = keeper && (
    <button type="button" className="firm" onClick={() => setAdding(true)}>
      {t.add()}
    </button>
  )
  return (
    <Panel title={t.outside()} note={t.outsideLead()} action={act} flush>
      {end.error && <Failed error={end.error} />}
      {token && <Token token={token} onClose={() => setToken(null)} />}
      <Shown of={list} lines={4}>
        {({ rows }) => (
          <Table
            caption={t.outside()}
            rows={rows}
            keyOf={({ id }) => id}
            columns={columns(keeper ? (id) => end.mutate({ id }) : undefined)}
            empty={<Empty text={t.noOutside()} />}
          />
        )}
      </Shown>
      <Add open={adding} onClose={() => setAdding(false)} onToken={setToken} />
    </Panel>
  )
}

const Token = ({ token, onClose }: { token: string; onClose: () => void }) => (
  <Alert
    type="warning"
    showIcon
    role="alert"
    title={t.token()}
    description={<code className="token">{token}</code>}
    action={
      <button type="button" className="quiet" onClick={onClose}>
        {t.gotIt()}
      </button>
    }
  />
)

const columns = (onEnd: ((id: Row['id']) => void) | undefined): Column<Row>[] => [
  {
    key: 'name',
    title: t.systemName(),
    cell: ({ name, code }) => (
      <>
        <strong className="strong">{named(name)}</strong> <code>{code}</code>
      </>
    ),
  },
  { key: 'may', title: t.may(), cell: ({ may }) => may.map(said).join(' · ') },
  { key: 'limit', title: t.limit(), width: 90, end: true, cell: ({ perMinute }) => perMinute },
  { key: 'until', title: t.until(), width: 120, cell: ({ endsAt }) => dayOf(millis(endsAt) - 1) },
  {
    key: 'state',
    title: t.state(),
    width: 150,
    cell: ({ id, live }) => (
      <span className="row">
        <span className="chip" data-tone={live ? 'done' : 'void'}>
          {live ? t.live() : t.taken()}
        </span>
        {live && onEnd && (
          <button type="button" className="quiet" onClick={() => onEnd(id)}>
            {t.takeBack()}
          </button>
        )}
      </span>
    ),
  },
]

type Values = { code: string; name: string; may: (typeof OUTSIDE_ACTS)[number][]; perMinute: number; endsOn: string }

function Add({ open, onClose, onToken }: { open: boolean; onClose: () => void; onToken: (token: string) => void }) {
  const send = useCall(addOutside, [listOutside])
  return (
    <DrawerForm<Values>
      title={t.add()}
      lead={t.addLead()}
      open={open}
      onClose={onClose}
      submit={t.add()}
      initial={{ may: [...OUTSIDE_ACTS], perMinute: 600 }}
      onSend={async ({ name, ...values }) =>
        onToken((await send.mutateAsync({ id: newId() as never, name: { zh: name }, ...values })).token)
      }
    >
      <Form.Item name="name" label={t.systemName()} rules={[needed]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="code" label={t.systemCode()} rules={[needed]}>
        <Input autoComplete="off" maxLength={80} />
      </Form.Item>
      <Form.Item name="may" label={t.may()} rules={[needed]}>
        <Checkbox.Group options={OUTSIDE_ACTS.map((value) => ({ value, label: said(value) }))} />
      </Form.Item>
      <Form.Item name="perMinute" label={t.perMinute()} rules={[needed]}>
        <InputNumber min={1} max={6000} />
      </Form.Item>
      <Form.Item name="endsOn" label={t.endsOn()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
    </DrawerForm>
  )
}

import { Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { dayOf } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, Table } from '#ui/console/table.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { listReporting, offerWork } from '../contract-reporting.ts'
import { BondTabs } from './bond-tabs.tsx'
import { ClaimForm } from './claim-form.tsx'
import { bondTexts as t } from './messages.ts'
import './bonds.css'

type Answer = OutputOf<typeof listReporting>
export type Work = Answer['work'][number]

/** 双报到: what departments did in communities, and what is to be claimed there. */
export function ReportingPage() {
  const { place: top, permissions } = useActing()
  const [address, change] = useAddress()
  const place = address['place'] ?? top
  const found = useAsk(listReporting, { place })
  const [offering, setOffering] = useState(false)
  const [taking, setTaking] = useState<Work>()
  const actions = permissions.has('bonds.offerWork') && (
    <button type="button" className="firm" onClick={() => setOffering(true)}>
      {t.offer()}
    </button>
  )
  return (
    <Page title={t.sections()} trail={<BondTabs now="reporting" />} actions={actions} className="page-fit">
      <div className="bonds-two bonds-reporting">
        <Panel
          title={t.departments()}
          flush
          action={
            <PlaceSelect
              label={t.place()}
              width={200}
              value={address['place']}
              onChange={(code) => change({ place: code ?? undefined })}
            />
          }
        >
          <p className="bonds-lead">{t.reportLead()}</p>
          <Shown of={found} lines={8}>
            {({ departments }) => <Departments rows={departments} />}
          </Shown>
        </Panel>
        <Panel title={t.works()} flush>
          <Shown of={found} lines={8}>
            {({ work }) => <Works rows={work} onTake={setTaking} />}
          </Shown>
        </Panel>
      </div>
      {offering && <Offer onClose={() => setOffering(false)} />}
      {taking && <ClaimForm work={taking} onClose={() => setTaking(undefined)} />}
    </Page>
  )
}

const Departments = ({ rows }: { rows: Answer['departments'] }) => (
  <Table
    caption={t.departments()}
    rows={rows}
    keyOf={({ organ, place }) => `${organ} ${place}`}
    empty={<Empty text={t.noDepartments()} />}
    columns={[
      {
        key: 'name',
        title: t.department(),
        cell: ({ name }) => (
          <strong className="strong" title={name}>
            {name}
          </strong>
        ),
      },
      {
        key: 'place',
        title: t.place(),
        width: 130,
        cell: ({ placeName, until }) => (
          <span title={[placeName, until && `${t.until()} ${until}`].filter(Boolean).join(' · ')}>
            {placeName.split(' · ').at(-1)}
          </span>
        ),
      },
      { key: 'members', title: t.members(), width: 80, end: true, cell: ({ members }) => members },
      { key: 'reported', title: t.reported(), width: 96, end: true, cell: ({ reported }) => reported },
      { key: 'handled', title: t.handled(), width: 100, end: true, cell: ({ handled }) => handled },
      { key: 'visits', title: t.visits(), width: 64, end: true, cell: ({ visits }) => visits },
      { key: 'orders', title: t.orders(), width: 84, end: true, cell: ({ orders }) => orders },
    ]}
  />
)

function Works({ rows, onTake }: { rows: Answer['work']; onTake: (work: Work) => void }) {
  const { role } = useActing()
  // Only who is of a department reports in; whether of one that was sent here, the server says.
  const claim: Column<Work> = {
    key: 'claim',
    title: '',
    width: 76,
    cell: (work) =>
      (work.mine || work.taken < work.seats) && (
        <button type="button" className="link" onClick={() => onTake(work)}>
          {work.mine ? t.giveBack() : t.claim()}
        </button>
      ),
  }
  return (
    <Table
      caption={t.works()}
      rows={rows}
      keyOf={({ id }) => id}
      empty={<Empty text={t.noWorks()} />}
      columns={[
        { key: 'title', title: t.work(), cell: ({ title, about }) => <span title={about}>{title}</span> },
        {
          key: 'place',
          title: t.place(),
          width: 130,
          cell: ({ placeName }) => <span title={placeName}>{placeName.split(' · ').at(-1)}</span>,
        },
        { key: 'seats', title: t.seats(), width: 70, end: true, cell: ({ taken, seats }) => `${taken}/${seats}` },
        { key: 'until', title: t.until(), width: 104, cell: ({ until }) => until },
        ...(role === 'department_officer' ? [claim] : []),
      ]}
    />
  )
}

type Offering = { place: string; title: string; about?: string; seats: number; from: string; until: string }

function Offer({ onClose }: { onClose: () => void }) {
  const now = useNow()
  const { place: top } = useActing()
  const send = useCall(offerWork, [listReporting])
  return (
    <DrawerForm<Offering>
      title={t.offer()}
      lead={t.offerLead()}
      open
      onClose={onClose}
      initial={{ from: dayOf(now), seats: 4, ...(top.length === 12 ? { place: top } : {}) }}
      submit={t.offer()}
      done={t.offered()}
      onSend={(values) => send.mutateAsync({ ...values, id: newId() as never, about: values.about ?? '' })}
    >
      <Form.Item name="place" label={t.place()} rules={[needed]}>
        <PlaceSelect label={t.place()} under={top} only={['village', 'grid']} />
      </Form.Item>
      <Form.Item name="title" label={t.title()} rules={[needed, { min: 2 }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="about" label={t.about()}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="seats" label={t.seats()} rules={[needed]}>
        <InputNumber min={1} max={500} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="from" label={t.since()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label={t.until()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
    </DrawerForm>
  )
}

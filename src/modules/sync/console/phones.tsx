import { Form, Input } from 'antd'
import { useState } from 'react'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { When } from '#ui/console/moment.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { carry } from '#ui/call.ts'
import { queries } from '#ui/query.tsx'
import { decideParcel, type DeviceRow, listBacklog, listDevices, type Waiting, wipeDevice } from '../contract.ts'
import { phonesTexts as t } from './messages.ts'

/** Phones with work on them, to be emptied when one is lost; and what came from phones and waits for somebody. */
export function PhonesPage() {
  const devices = useAsk(listDevices, {})
  const backlog = useAsk(listBacklog, {})
  return (
    <Page title={t.title()}>
      <div className="stack">
        <Panel title={t.phones()} note={t.phonesHint()} flush>
          <Shown of={devices} lines={6}>
            {({ rows }) => <Devices rows={rows} />}
          </Shown>
        </Panel>
        <Panel title={t.waiting()} note={t.waitingHint()} flush>
          <Shown of={backlog} lines={4}>
            {({ rows }) => <Backlog rows={rows} />}
          </Shown>
        </Panel>
      </div>
    </Page>
  )
}

const Chip = ({ tone, text }: { tone: string; text: string }) => (
  <span className="chip" data-tone={tone}>
    {text}
  </span>
)

function stateOf({ wipe }: DeviceRow) {
  if (!wipe) return <Chip tone="done" text={t.inUse()} />
  if (!wipe.doneAt) return <Chip tone="soon" text={t.asked()} />
  return <Chip tone="void" text={wipe.unsent ? t.emptiedUnsent({ count: wipe.unsent }) : t.emptied()} />
}

type Reasoned = { reason: string }

function Devices({ rows }: { rows: readonly DeviceRow[] }) {
  const [wiping, setWiping] = useState<DeviceRow>()
  const wipe = useCall(wipeDevice, [listDevices])
  return (
    <>
      <Table
        caption={t.phones()}
        rows={rows}
        keyOf={({ id }) => id}
        empty={<Empty text={t.none()} />}
        columns={[
          { key: 'owner', title: t.owner(), width: 110, cell: ({ owner }) => owner },
          { key: 'name', title: t.phone(), width: 200, cell: ({ name, agent }) => <span title={agent}>{name}</span> },
          { key: 'place', title: t.place(), cell: ({ placeName }) => placeName },
          { key: 'seen', title: t.seen(), width: 150, cell: ({ seenAt }) => <When at={seenAt} /> },
          { key: 'state', title: t.state(), width: 200, cell: stateOf },
          {
            key: 'actions',
            title: t.actions(),
            width: 90,
            cell: (row) =>
              row.wipe ? null : (
                <button type="button" className="link" onClick={() => setWiping(row)}>
                  {t.wipe()}
                </button>
              ),
          },
        ]}
      />
      <DrawerForm<Reasoned>
        title={t.wipeTitle({ owner: wiping?.owner ?? '' })}
        lead={t.wipeLead()}
        open={wiping !== undefined}
        onClose={() => setWiping(undefined)}
        submit={t.wipe()}
        danger
        done={t.wiped()}
        onSend={({ reason }) => wipe.mutateAsync({ id: wiping?.id ?? '', reason })}
      >
        <Why />
      </DrawerForm>
    </>
  )
}

const Why = () => (
  <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
    <Input.TextArea rows={3} maxLength={200} />
  </Form.Item>
)

const TONES = { held: 'work', refused: 'late', stranded: 'soon' } as const

function Backlog({ rows }: { rows: readonly Waiting[] }) {
  const [dropping, setDropping] = useState<Waiting>()
  const [carrying, setCarrying] = useState<Waiting>()
  const decide = useCall(decideParcel, [listBacklog])
  return (
    <>
      <Table
        caption={t.waiting()}
        rows={rows}
        keyOf={({ key }) => key}
        empty={<Empty text={t.nothing()} />}
        columns={[
          { key: 'what', title: t.what(), cell: ({ title }) => title || t.ofTool() },
          { key: 'owner', title: t.owner(), width: 110, cell: ({ owner }) => owner },
          { key: 'place', title: t.place(), width: 200, cell: ({ placeName }) => placeName },
          {
            key: 'state',
            title: t.state(),
            width: 180,
            cell: ({ state, why }) => (
              <Chip tone={TONES[state]} text={why === 'post_ended' ? t.post_ended() : t[state]()} />
            ),
          },
          { key: 'came', title: t.came(), width: 150, cell: ({ receivedAt }) => <When at={receivedAt} /> },
          {
            key: 'actions',
            title: t.actions(),
            width: 150,
            cell: (row) => (
              <span className="actions">
                {row.state === 'stranded' && !row.mine && (
                  <button type="button" className="link" onClick={() => setCarrying(row)}>
                    {t.carry()}
                  </button>
                )}
                <button type="button" className="link" onClick={() => setDropping(row)}>
                  {t.drop()}
                </button>
              </span>
            ),
          },
        ]}
      />
      <DrawerForm<Reasoned>
        title={t.dropTitle()}
        lead={t.dropLead()}
        open={dropping !== undefined}
        onClose={() => setDropping(undefined)}
        submit={t.drop()}
        danger
        done={t.dropped()}
        onSend={({ reason }) =>
          decide.mutateAsync({
            person: dropping?.person ?? '',
            key: (dropping?.key ?? '') as never,
            decision: 'drop',
            reason,
          })
        }
      >
        <Why />
      </DrawerForm>
      <DrawerForm<Reasoned>
        title={t.carryTitle({ title: carrying?.title ?? '' })}
        lead={t.carryLead({ owner: carrying?.owner ?? '' })}
        open={carrying !== undefined}
        onClose={() => setCarrying(undefined)}
        submit={t.carry()}
        done={t.carriedOut()}
        onSend={async ({ reason }) => {
          await carry({ person: carrying?.person, key: carrying?.key, reason })
          await queries.invalidateQueries({ queryKey: [listBacklog.name] })
        }}
      >
        <Why />
      </DrawerForm>
    </>
  )
}

import { Form, Input } from 'antd'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { reportWords as t } from '../parts/report-messages.ts'
import { approve, giveBack, missingOf, REPORT_CHANGED, type ReportNode, type Round } from '../parts/reports.ts'
import type { Which } from './report-state.tsx'

export type ReportAct = { kind: 'approve' } | { kind: 'giveBack'; node: ReportNode }
type ActProps = { seen: Round; which: Which; onClose: () => void }

export const ReportActs = ({ act, ...rest }: ActProps & { act: ReportAct | undefined }) =>
  act?.kind === 'approve' ? (
    <Approve {...rest} />
  ) : act?.kind === 'giveBack' ? (
    <GiveBack node={act.node} {...rest} />
  ) : null

/** Whoever is not waited for is named, each with its reason. */
function Approve({ seen, which, onClose }: ActProps) {
  const send = useCall(approve, REPORT_CHANGED)
  const missing = missingOf(seen)
  const without = (why: Record<string, string> = {}) =>
    missing.map(({ place }) => ({ place: place as never, reason: why[place] ?? '' }))
  return (
    <DrawerForm<{ why?: Record<string, string> }>
      title={`${t.approve()} · ${seen.node.placeName}`}
      lead={t.approveLead()}
      open
      onClose={onClose}
      submit={t.approve()}
      done={t.approved()}
      onSend={({ why }) => send.mutateAsync({ ...which, place: which.place as never, without: without(why) })}
    >
      {missing.length > 0 && <p className="drawer-lead">{t.withoutLead({ count: missing.length })}</p>}
      {missing.map(({ place, placeName }) => (
        <Form.Item
          key={place}
          name={['why', place]}
          label={t.withoutWhy({ name: placeName })}
          rules={[needed, { min: 2, message: t.tooShort() }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      ))}
    </DrawerForm>
  )
}

function GiveBack({ node, which, onClose }: ActProps & { node: ReportNode }) {
  const send = useCall(giveBack, REPORT_CHANGED)
  return (
    <DrawerForm<{ reason: string }>
      title={`${t.giveBack()} · ${node.placeName}`}
      open
      onClose={onClose}
      submit={t.giveBack()}
      done={t.givenBack()}
      onSend={({ reason }) => send.mutateAsync({ ...which, place: node.place as never, reason })}
    >
      <Form.Item name="reason" label={t.giveBackWhy()} rules={[needed, { min: 2, message: t.tooShort() }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

import { Form, Input } from 'antd'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { claimWork, leaveWork, listReporting } from '../contract-reporting.ts'
import { bondTexts as t } from './messages.ts'
import type { Work } from './reporting.tsx'

/** Takes a seat, or gives one's own back with a reason. */
export function ClaimForm({ work, onClose }: { work: Work; onClose: () => void }) {
  const take = useCall(claimWork, [listReporting])
  const give = useCall(leaveWork, [listReporting])
  const { mine } = work
  if (mine)
    return (
      <DrawerForm<{ reason: string }>
        title={t.giveBackTitle({ title: work.title })}
        open
        onClose={onClose}
        submit={t.giveBack()}
        danger
        done={t.gaveBack()}
        onSend={({ reason }) => give.mutateAsync({ id: mine, reason })}
      >
        <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
          <Input.TextArea rows={3} maxLength={200} />
        </Form.Item>
      </DrawerForm>
    )
  return (
    <DrawerForm<Record<string, never>>
      title={work.title}
      lead={[work.placeName, work.about].filter(Boolean).join(' · ')}
      open
      onClose={onClose}
      submit={t.claim()}
      done={t.claimed()}
      onSend={() => take.mutateAsync({ id: newId() as never, work: work.id })}
    >
      <p className="quiet-ink">{t.reportLead()}</p>
    </DrawerForm>
  )
}

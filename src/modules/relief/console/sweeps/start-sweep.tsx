import { Form, Input } from 'antd'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useScope } from '#modules/places/parts/scope.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { startSweep } from '../../contract-sweeps.ts'
import { ByOrder } from '../by-order.tsx'
import { DOOR_COUNTS } from './counts.ts'
import { sweepTexts as t } from './messages.ts'

type Starting = { place: string; title: string; about?: string; order?: string | null }
type StartSweepProps = { onClose: () => void; onStarted: (id: string) => void }

export function StartSweep({ onClose, onStarted }: StartSweepProps) {
  const { place, top } = useScope()
  const send = useCall(startSweep, DOOR_COUNTS)
  const start = async ({ order, ...values }: Starting): Promise<void> => {
    const { id } = await send.mutateAsync({ id: newId() as never, ...values, order: (order ?? null) as never })
    onStarted(id)
  }
  return (
    <DrawerForm<Starting>
      title={t.start()}
      lead={t.startLead()}
      open
      onClose={onClose}
      initial={{ place }}
      submit={t.start()}
      done={t.started()}
      onSend={start}
    >
      <Form.Item name="place" label={t.place()} rules={[needed]}>
        <PlaceSelect label={t.place()} under={top} />
      </Form.Item>
      <Form.Item name="title" label={t.name()} extra={t.nameHint()} rules={[needed]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="about" label={t.about()}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <ByOrder place={place} />
    </DrawerForm>
  )
}

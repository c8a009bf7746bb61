import { Form, Input, InputNumber } from 'antd'
import { ancestorAt, levelOf } from '#modules/places/contract.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useScope } from '#modules/places/parts/scope.tsx'
import { PostPick } from '#modules/posts/parts/post-pick.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { closeShelter, listShelters, openShelter, type ShelterView } from '../contract-evacuation.ts'
import { reliefTexts as t } from './messages.ts'

type Opening = { place: string; name: string; address: string; beds: number; contact?: string | null }
const LEVELS = ['township', 'village', 'grid'] as const

export function OpenForm({ onClose }: { onClose: () => void }) {
  const { place, top } = useScope()
  const send = useCall(openShelter, [listShelters])
  const here = LEVELS.some((level) => level === levelOf(place))
  return (
    <DrawerForm<Opening>
      title={t.open()}
      lead={t.openLead()}
      open
      onClose={onClose}
      initial={here ? { place } : {}}
      submit={t.open()}
      done={t.opened()}
      onSend={({ contact, ...values }) =>
        send.mutateAsync({ id: newId() as never, ...values, contact: (contact ?? null) as never })
      }
    >
      {(form) => (
        <>
          <Form.Item name="name" label={t.name()} rules={[needed]}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="place" label={t.where()} rules={[needed]}>
            <PlaceSelect label={t.where()} under={top} only={LEVELS} />
          </Form.Item>
          <Form.Item name="address" label={t.address()} rules={[needed]}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="beds" label={t.bedCount()} rules={[needed]}>
            <InputNumber min={1} max={20_000} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item noStyle dependencies={['place']}>
            {() => {
              const where = (form.getFieldValue('place') as string | undefined) ?? ''
              return (
                <Form.Item name="contact" label={t.keeper()} extra={t.keeperHint()}>
                  <PostPick label={t.keeper()} under={where && ancestorAt(where, 'township')} listed />
                </Form.Item>
              )
            }}
          </Form.Item>
        </>
      )}
    </DrawerForm>
  )
}

export function CloseForm({ of, onClose }: { of: ShelterView; onClose: () => void }) {
  const send = useCall(closeShelter, [listShelters])
  return (
    <DrawerForm<{ reason: string }>
      title={t.closeTitle({ name: of.name })}
      open
      onClose={onClose}
      submit={t.close()}
      done={t.closedDone()}
      onSend={({ reason }) => send.mutateAsync({ id: of.id, reason })}
    >
      <Form.Item name="reason" label={t.closeWhy()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}

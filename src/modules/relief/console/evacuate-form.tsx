import { Form } from 'antd'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useScope } from '#modules/places/parts/scope.tsx'
import { PostPick } from '#modules/posts/parts/post-pick.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { evacuate } from '../contract-evacuation.ts'
import { ByOrder } from './by-order.tsx'
import { reliefTexts as t } from './messages.ts'
import { CHANGED } from './saying.ts'
import { hasList } from './scope.ts'
import { ShelterSelect } from './shelter-select.tsx'

type Starting = { place: string; shelter?: string | null; escort?: string | null; order?: string | null }

/** Lists a village: who is at home behind its doors, where they go, who brings them. */
export function EvacuateForm({ onClose }: { onClose: () => void }) {
  const { place, top, setPlace } = useScope('state')
  const send = useCall(evacuate, CHANGED)
  const start = async ({ place: where, shelter, escort, order }: Starting): Promise<void> => {
    await send.mutateAsync({
      id: newId() as never,
      place: where,
      shelter: (shelter ?? null) as never,
      escort: (escort ?? null) as never,
      order: (order ?? null) as never,
    })
    setPlace(where)
  }
  return (
    <DrawerForm<Starting>
      title={t.start()}
      lead={t.startLead()}
      open
      onClose={onClose}
      initial={hasList(place) ? { place } : {}}
      submit={t.start()}
      done={t.listed()}
      explain={({ code, detail }) =>
        code === 'quota_full' && t.tooMany({ wanted: Number(detail['wanted']), most: Number(detail['most']) })
      }
      onSend={start}
    >
      {(form) => (
        <>
          <Form.Item name="place" label={t.village()} rules={[needed]}>
            <PlaceSelect
              label={t.village()}
              under={place.length > top.length ? place : top}
              only={['village', 'grid']}
            />
          </Form.Item>
          <Form.Item name="shelter" label={t.shelter()} extra={t.shelterHint()}>
            <ShelterSelect place={place} />
          </Form.Item>
          <Form.Item noStyle dependencies={['place']}>
            {() => {
              const where = (form.getFieldValue('place') as string | undefined) ?? ''
              return (
                <Form.Item name="escort" label={t.escort()} extra={t.escortHint()}>
                  <PostPick label={t.escort()} under={where.slice(0, 12)} listed />
                </Form.Item>
              )
            }}
          </Form.Item>
          <ByOrder place={place} />
        </>
      )}
    </DrawerForm>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Segmented } from 'antd'
import { OrganSelect } from '#modules/people/parts/organ-select.tsx'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useScope } from '#modules/places/parts/scope.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { itemSums, listItems, takeItem } from '../../contract-requisition.ts'
import { CalledFields } from '../person-fields.tsx'
import { itemTexts as t } from './messages.ts'

type Taking = {
  whose: 'person' | 'organ'
  name?: string
  phone?: string
  organ?: string
  place: string
  item: string
  quantity: number
  unit: string
  worth: number
  condition: string
  purpose: string
  basis: string
}
const FULL = { width: '100%' }

/** Takes something against a receipt, and leads to the receipt. */
export function TakeForm({ onClose }: { onClose: () => void }) {
  const { place, top } = useScope()
  const navigate = useNavigate()
  const send = useCall(takeItem, [listItems, itemSums])
  const take = async ({ whose, name = '', phone = '', organ, ...said }: Taking): Promise<void> => {
    const owner = whose === 'organ' ? { organ: organ as never } : { name, phone }
    const { id } = await send.mutateAsync({ id: newId() as never, owner, ...said })
    void navigate({ to: `/relief/items/${id}/print` as '.' })
  }
  return (
    <DrawerForm<Taking>
      title={t.take()}
      lead={t.takeLead()}
      open
      width={520}
      onClose={onClose}
      initial={{ whose: 'person', basis: t.article(), ...(place === top ? {} : { place }) }}
      submit={t.take()}
      onSend={take}
    >
      {(form) => (
        <>
          <Form.Item name="whose" label={t.ownerKind()}>
            <Segmented
              options={[
                { value: 'person', label: t.ofPerson() },
                { value: 'organ', label: t.ofOrgan() },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['whose']}>
            {() => (form.getFieldValue('whose') === 'organ' ? <OfOrgan /> : <CalledFields />)}
          </Form.Item>
          <Form.Item name="item" label={t.item()} rules={[needed]}>
            <Input maxLength={60} />
          </Form.Item>
          <div className="new-row items-three">
            <Form.Item name="quantity" label={t.quantity()} rules={[needed]}>
              <InputNumber min={0.1} max={1e6} style={FULL} />
            </Form.Item>
            <Form.Item name="unit" label={t.unit()} rules={[needed]}>
              <Input maxLength={10} placeholder={t.unitHint()} />
            </Form.Item>
            <Form.Item name="worth" label={t.worthYuan()} tooltip={t.worthHint()} rules={[needed]}>
              <InputNumber min={0} max={1e9} precision={0} style={FULL} />
            </Form.Item>
          </div>
          <Form.Item name="condition" label={t.condition()} extra={t.conditionHint()} rules={[needed]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="place" label={t.where()} rules={[needed]}>
            <PlaceSelect label={t.where()} under={top} />
          </Form.Item>
          <Form.Item name="purpose" label={t.purpose()} rules={[needed]}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
          <Form.Item name="basis" label={t.basis()} rules={[needed]}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </DrawerForm>
  )
}

const OfOrgan = () => (
  <Form.Item name="organ" label={t.organ()} rules={[needed]}>
    <OrganSelect label={t.organ()} />
  </Form.Item>
)

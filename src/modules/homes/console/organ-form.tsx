import { Form } from 'antd'
import { OrganSelect } from '#modules/people/parts/organ-select.tsx'
import { OriginFields } from '#modules/people/parts/provenance.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import type { Dwelling } from '../contract.ts'
import { placeOrgan } from '../contract-arrange.ts'
import { type Closing, type Dated, DayField, REFRESH, useDated } from './forms.tsx'
import { homeTexts as t } from './messages.ts'

/** A firm or shop that has its seat in a dwelling. */
export function PlaceOrgan({ dwelling, onClose }: { dwelling: Dwelling } & Closing) {
  const send = useCall(placeOrgan, REFRESH)
  const dated = useDated()
  return (
    <DrawerForm<Dated & { organ: string }>
      title={t.placeOrgan()}
      lead={t.placeOrganLead()}
      open
      onClose={onClose}
      initial={dated}
      submit={t.placeOrgan()}
      done={t.done()}
      onSend={(values) => send.mutateAsync({ ...values, id: newId(), dwelling: dwelling.id } as never)}
    >
      <Form.Item name="organ" label={t.organ()} rules={[needed]}>
        <OrganSelect label={t.organ()} place={dwelling.place.slice(0, 6)} id="organ" />
      </Form.Item>
      <DayField />
      <OriginFields />
    </DrawerForm>
  )
}

import { Form, Input } from 'antd'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { contestValue, type HeldSubject, type HeldValue, householdCard, listContests } from '../contract-contests.ts'
import type { Value } from '../contract.ts'
import { useRegistry } from '../parts/value.ts'
import { cardTexts as t } from './contest-messages.ts'
import { ValueInput } from './value-input.tsx'

export type Contesting = { subject: HeldSubject; row: HeldValue }
const NUMBER = 'person.idNumber'

/** A worker at the door says that a value is wrong; somebody else decides. */
export function ContestForm({ subject, row, onClose }: Contesting & { onClose: () => void }) {
  const registry = useRegistry()
  const send = useCall(contestValue, [householdCard, listContests])
  const definition = registry.get(row.field)
  return (
    <DrawerForm<{ says?: Value; why: string }>
      title={t.contestTitle({ field: registry.name(row.field) })}
      lead={t.contestLead()}
      open
      onClose={onClose}
      submit={t.contest()}
      done={t.contested()}
      onSend={({ says, why }) =>
        send.mutateAsync({
          id: newId(),
          subjectKind: subject.kind,
          subject: subject.subject,
          field: row.field,
          says: says ?? null,
          why,
        } as never)
      }
    >
      {definition && row.field !== NUMBER && (
        <Form.Item name="says" label={t.says()}>
          <ValueInput definition={definition} />
        </Form.Item>
      )}
      <Form.Item name="why" label={t.why()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </DrawerForm>
  )
}

import { Form, Input } from 'antd'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { decideContest, listContests } from '../contract-contests.ts'
import type { Value } from '../contract.ts'
import { useRegistry } from '../parts/value.ts'
import type { Listed } from './contests.tsx'
import { HeadFields, registerOf, type RegisterTyped, SizeFields } from './decide-register.tsx'
import { contestTexts as t } from './contest-messages.ts'
import { ValueInput } from './value-input.tsx'

type Decision = RegisterTyped & { value?: Value; reason: string; answer: string }
type Props = { contest: Listed; decision: 'accepted' | 'refused'; onClose: () => void }

/** What is right and how it was checked; of a household's head and size, which of its members. */
export function Decide({ contest, decision, onClose }: Props) {
  const decide = useCall(decideContest, [listContests])
  const accepts = decision === 'accepted'
  return (
    <DrawerForm<Decision>
      title={accepts ? t.acceptTitle() : t.refuseTitle()}
      lead={t.decideLead()}
      open
      onClose={onClose}
      initial={accepts && contest.says !== null ? { value: contest.says } : {}}
      submit={accepts ? t.accept() : t.refuse()}
      done={t.decided()}
      onSend={({ reason, answer, ...typed }) =>
        decide.mutateAsync({
          id: contest.id,
          decision,
          reason,
          answer,
          ...(accepts ? rightOf(contest.field, typed) : {}),
        } as never)
      }
    >
      {accepts && <Right contest={contest} />}
      <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
      <Form.Item name="answer" label={t.toContester()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </DrawerForm>
  )
}

function rightOf(field: string, { value, ...typed }: Omit<Decision, 'reason' | 'answer'>) {
  if (field === 'household.head' || field === 'household.size') return registerOf(field, typed)
  return value === undefined ? {} : { value }
}

function Right({ contest }: { contest: Listed }) {
  const registry = useRegistry()
  const definition = registry.get(contest.field)
  if (contest.field === 'household.head') return <HeadFields household={contest.subject} />
  if (contest.field === 'household.size') return <SizeFields household={contest.subject} />
  if (contest.field === 'person.idNumber') return <p className="quiet-ink">{t.numberElsewhere()}</p>
  if (!definition) return null
  return (
    <Form.Item name="value" label={t.right()} rules={[needed]}>
      <ValueInput definition={definition} />
    </Form.Item>
  )
}

import { Form, Input, InputNumber, Select } from 'antd'
import { needed } from '#ui/console/drawer-form.tsx'
import { PhotoField } from '#ui/console/photo-field.tsx'
import type { OrderView } from '../contract.ts'
import { ANSWERS, type AnswerState, NEEDS } from '../contract-answers.ts'
import { useProofs } from '../parts/proofs.ts'
import { orderWords } from '../parts/messages.ts'
import { actTexts as t } from './messages.ts'

export type AnswerValues = {
  state: AnswerState
  note?: string
  need?: (typeof NEEDS)[number]
  number?: number
  proof?: string
  photos?: string[]
}

type Given = {
  order: string
  evidence: OrderView['evidence'] | 'spoken'
  noteAlways?: boolean
  /** What can be said here; default: everything. */
  offered?: readonly AnswerState[]
}

/** What is asked with an answer depends on it: what is missing, why not, the evidence. */
export function AnswerFields({ order, evidence, noteAlways = false, offered = ANSWERS }: Given) {
  const state = Form.useWatch<AnswerState | undefined>('state')
  const noted = noteAlways || state === 'blocked' || state === 'impossible' || (state === 'done' && evidence === 'text')
  return (
    <>
      <Form.Item name="state" label={t.state()} rules={[needed]}>
        <Select options={offered.map((value) => ({ value, label: orderWords[value]() }))} />
      </Form.Item>
      {state === 'blocked' && (
        <Form.Item name="need" label={t.need()} rules={[needed]}>
          <Select options={NEEDS.map((value) => ({ value, label: orderWords[`need_${value}`]() }))} />
        </Form.Item>
      )}
      {state === 'done' && evidence === 'number' && (
        <Form.Item name="number" label={t.number()} rules={[needed]}>
          <InputNumber min={0} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      )}
      {(state === 'already' || (state === 'done' && evidence === 'case')) && (
        <ProofField order={order} either={state === 'already'} />
      )}
      {evidence !== 'spoken' && (state === 'done' || state === 'blocked') && (
        <Form.Item
          name="photos"
          label={t.photos()}
          rules={state === 'done' && evidence === 'photo' ? [{ ...needed, type: 'array' }] : []}
        >
          <PhotoField />
        </Form.Item>
      )}
      <Form.Item name="note" label={t.note()} rules={noted ? [needed, { min: 2 }] : []}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  )
}

function ProofField({ order, either }: { order: string; either: boolean }) {
  const proofs = useProofs(order, either)
  return (
    <Form.Item name="proof" label={either ? t.proofEither() : t.proof()} rules={[needed]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={proofs.map(({ value, text, kind }) => ({
          value,
          label: kind === 'order' ? t.proofOrder({ title: text }) : text,
        }))}
      />
    </Form.Item>
  )
}

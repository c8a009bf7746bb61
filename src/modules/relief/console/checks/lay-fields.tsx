import { Form, type FormInstance, Input, Select } from 'antd'
import { OrganSelect } from '#modules/people/parts/organ-select.tsx'
import { ancestorAt } from '#modules/places/contract.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useScope } from '#modules/places/parts/scope.tsx'
import { needed } from '#ui/console/drawer-form.tsx'
import { CHECK_KINDS, type CheckView } from '../../contract-checks.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { UntilField } from '../until-field.tsx'
import { Letter as LetterFacts } from './letter.tsx'
import { layTexts as t } from './lay-messages.ts'

export type Letter = {
  place: string
  kind: CheckView['kind']
  title: string
  source: string
  sourceNumber: string
  purpose: string
  basis: string
  until: string
}
type LayFieldsProps = {
  form: FormInstance<Letter>
  of: CheckView | undefined
  /** It has been laid: its letter stands. */
  fixed: boolean
  onKind: (kind: CheckView['kind']) => void
  onSend: (letter: Letter) => void
}

/** What a list rests on: nothing of it may be left out. */
export function LayFields({ form, of, fixed, onKind, onSend }: LayFieldsProps) {
  const { place, top } = useScope()
  return (
    <Form<Letter>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={fixed}
      initialValues={{ place, kind: 'infection' }}
      onFinish={(values) => onSend(values)}
      onValuesChange={({ kind }) => kind && onKind(kind)}
    >
      {of ? <LetterFacts of={of} /> : <Fields top={top} />}
    </Form>
  )
}

const Fields = ({ top }: { top: string }) => (
  <>
    <Form.Item name="place" label={t.place()} rules={[needed]}>
      <PlaceSelect label={t.place()} under={top} />
    </Form.Item>
    <Form.Item name="kind" label={t.kind()} rules={[needed]}>
      <Select options={CHECK_KINDS.map((kind) => ({ value: kind, label: checkWords[kind]() }))} />
    </Form.Item>
    <Form.Item name="title" label={t.name()} extra={t.nameHint()} rules={[needed, { min: 2 }]}>
      <Input maxLength={60} />
    </Form.Item>
    <Form.Item name="source" label={t.source()} rules={[needed]}>
      {/* The list of a township comes from the county or the city. */}
      <OrganSelect label={t.source()} place={ancestorAt(top, 'city')} />
    </Form.Item>
    <Form.Item name="sourceNumber" label={t.sourceNumber()} rules={[needed, { min: 2 }]}>
      <Input maxLength={60} />
    </Form.Item>
    <Form.Item name="purpose" label={t.purpose()} rules={[needed, { min: 2 }]}>
      <Input.TextArea autoSize maxLength={500} />
    </Form.Item>
    <Form.Item name="basis" label={t.basis()} extra={t.basisHint()} rules={[needed, { min: 2 }]}>
      <Input.TextArea autoSize maxLength={500} />
    </Form.Item>
    <UntilField hours={[4]} days={[3, 7, 14]} label={t.until()} hint={t.untilHint()} />
  </>
)

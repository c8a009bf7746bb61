import { Form, Input, InputNumber, Select } from 'antd'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import { listPurposes } from '#modules/consents/contract.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { type Definition, defineField, GROUPS, listDefinitions, SENSITIVITIES, TYPES } from '../contract.ts'
import { groupText, roleName } from '../parts/value.ts'
import { registryTexts as t } from './messages.ts'

const READERS = [
  'grid_worker',
  'village_cadre',
  'township_room',
  'department_officer',
  'county_command',
  'city_command',
] as const

type Values = Pick<
  Definition,
  'key' | 'group' | 'type' | 'source' | 'sensitivity' | 'purposes' | 'readers' | 'law' | 'from'
> & {
  zh: string
  en?: string
  choices?: string
  unitZh?: string
  freshDays?: number | null
}

/** A new datum, or another version of one from a day on. */
export function DefineField({ of, onClose }: { of?: Definition; onClose: () => void }) {
  const now = useNow()
  const define = useCall(defineField, [listDefinitions])
  const initial: Partial<Values> = of
    ? {
        ...of,
        zh: of.name.zh,
        en: of.name.en ?? '',
        choices: of.choices.map(lineOf).join('\n'),
        unitZh: of.unit?.zh ?? '',
        from: dayOf(now + DAY_MS),
      }
    : {
        type: 'text',
        group: 'service',
        source: 'self',
        sensitivity: 'S2',
        purposes: [],
        readers: READERS.slice(0, 3),
        from: dayOf(now),
      }
  const send = ({ zh, en, choices, unitZh, freshDays, ...rest }: Values) =>
    define.mutateAsync({
      ...rest,
      name: { zh, en: en || null },
      subject: rest.key.split('.')[0] as Definition['subject'],
      choices: choicesOf(choices ?? ''),
      unit: unitZh ? { zh: unitZh } : null,
      freshDays: freshDays ?? null,
    })
  return (
    <DrawerForm<Values>
      title={of ? t.reviseTitle({ name: named(of.name) }) : t.defineTitle()}
      lead={t.defineLead()}
      open
      onClose={onClose}
      initial={initial}
      submit={of ? t.revise() : t.add()}
      done={t.saved()}
      width={560}
      onSend={send}
    >
      <What fixed={of !== undefined} />
      <Rules />
    </DrawerForm>
  )
}

const lineOf = ({ key, zh, en }: Definition['choices'][number]): string => `${key}=${zh}/${en}`
/** `gas=燃气/Gas`, one a line. */
const choicesOf = (text: string): Definition['choices'] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [key = '', names = ''] = line.trim().split('=')
      const [zh = '', en = ''] = names.split('/')
      return { key, zh: zh || key, en: en || zh || key }
    })

const What = ({ fixed }: { fixed: boolean }) => (
  <>
    <div className="new-row">
      <Form.Item name="key" label={t.key()} rules={[needed]} extra={t.keyHint()}>
        <Input disabled={fixed} />
      </Form.Item>
      <Form.Item name="group" label={t.group()} rules={[needed]}>
        <Select options={GROUPS.map((value) => ({ value, label: groupText(value) }))} />
      </Form.Item>
    </div>
    <div className="new-row">
      <Form.Item name="zh" label={t.nameZh()} rules={[needed]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="en" label={t.nameEn()}>
        <Input maxLength={60} />
      </Form.Item>
    </div>
    <div className="new-row">
      <Form.Item name="type" label={t.type()} rules={[needed]}>
        <Select options={TYPES.map((value) => ({ value, label: t[`type_${value}`]() }))} />
      </Form.Item>
      <Form.Item name="unitZh" label={t.unit()}>
        <Input maxLength={10} />
      </Form.Item>
    </div>
    <Form.Item name="choices" label={t.choices()} extra={t.choicesHint()}>
      <Input.TextArea rows={3} />
    </Form.Item>
  </>
)

function Rules() {
  const now = useNow()
  const purposes = useAsk(listPurposes, {})
  return (
    <>
      <div className="new-row">
        <Form.Item name="source" label={t.truth()} rules={[needed]} extra={t.truthHint()}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="freshDays" label={t.fresh()}>
          <InputNumber min={1} max={3650} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="sensitivity" label={t.level()} rules={[needed]}>
        <Select options={SENSITIVITIES.map((value) => ({ value, label: t[value]() }))} />
      </Form.Item>
      <Form.Item name="purposes" label={t.purposes()} rules={[needed]}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={(purposes.data?.rows ?? []).map(({ key, name }) => ({ value: key, label: named(name) }))}
        />
      </Form.Item>
      <Form.Item name="readers" label={t.readers()} rules={[needed]}>
        <Select mode="multiple" options={READERS.map((value) => ({ value, label: roleName(value) }))} />
      </Form.Item>
      <Form.Item name="law" label={t.law()} rules={[needed]}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
      <Form.Item name="from" label={t.from()} rules={[needed]}>
        <Input type="date" min={dayOf(now)} />
      </Form.Item>
    </>
  )
}

import { AutoComplete, Checkbox, Form, Input, Segmented, Select } from 'antd'
import { named } from '#kernel/messages.ts'
import { PURPOSES } from '#modules/consents/messages.ts'
import { listDuties } from '#modules/duties/contract.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { useAsk } from '#ui/query.tsx'
import { ACTS, KINDS } from '../contract.ts'
import { orderWords } from '../parts/messages.ts'
import { composeTexts as t } from './compose-messages.ts'

const LAWS = [t.basis_1, t.basis_2, t.basis_3, t.basis_4, t.basis_5]

/** What is asked, under which law and for which purpose. */
export function WhatStep() {
  const duties = useAsk(listDuties, {})
  return (
    <>
      <Form.Item name="kind" label={t.kind()}>
        <Segmented options={KINDS.map((value) => ({ value, label: orderWords[`kind_${value}`]() }))} />
      </Form.Item>
      <Form.Item name="title" label={t.name()} rules={[needed, { min: 2 }]}>
        <Input maxLength={80} placeholder={t.nameHint()} />
      </Form.Item>
      <Form.Item name="text" label={t.text()} extra={t.textHint()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={7} maxLength={8000} />
      </Form.Item>
      <div className="new-row">
        <Form.Item name="act" label={t.act()}>
          <Select options={ACTS.map((value) => ({ value, label: orderWords[`act_${value}`]() }))} />
        </Form.Item>
        <Form.Item name="subject" label={t.subject()} extra={t.subjectHint()}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(duties.data?.rows ?? []).map(({ code, name, className }) => ({
              value: code,
              label: `${named(name)} · ${named(className)}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="basis" label={t.basis()} rules={[needed, { min: 2 }]}>
          <AutoComplete options={LAWS.map((law) => ({ value: law() }))}>
            <Input maxLength={200} />
          </AutoComplete>
        </Form.Item>
        <Form.Item name="purpose" label={t.purpose()} rules={[needed]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={PURPOSES.map(({ key, name }) => ({ value: key, label: named(name) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="red" valuePropName="checked" extra={t.redHint()}>
        <Checkbox>{t.red()}</Checkbox>
      </Form.Item>
      <Form.Item name="mark" label={orderWords.drillName()} extra={orderWords.drillHint()}>
        <Input maxLength={40} />
      </Form.Item>
    </>
  )
}

import { Form, Select } from 'antd'
import { named } from '#kernel/messages.ts'
import { listDuties, suggestDuty } from '#modules/duties/contract.ts'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { caseTexts as t } from '../console/case-messages.ts'
import '../console/case.css'

/** What the words suggest, one click each; or any kind of the list. */
export function KindField({ text: typed }: { text: string }) {
  const form = Form.useFormInstance<{ kind: string | null }>()
  const text = useSettled(typed, 500)
  const kind = Form.useWatch('kind', form)
  const suggested = useAsk(suggestDuty, { text: text.slice(0, 400) }, { when: text.trim().length >= 2 })
  const duties = useAsk(listDuties, {})
  return (
    <>
      <Form.Item label={t.kind()} name="kind">
        <Select
          allowClear
          placeholder={t.kindAuto()}
          showSearch={{ optionFilterProp: 'label' }}
          options={(duties.data?.rows ?? []).map(({ code, name, className }) => ({
            value: code,
            label: `${named(name)} · ${named(className)}`,
          }))}
        />
      </Form.Item>
      {suggested.data && suggested.data.rows.length > 0 && (
        <Form.Item label={t.kindSuggested()}>
          <div className="new-kinds">
            {suggested.data.rows.map(({ code, name }) => (
              <button
                key={code}
                type="button"
                className="quiet"
                aria-pressed={kind === code}
                onClick={() => form.setFieldValue('kind', code)}
              >
                {named(name)}
              </button>
            ))}
          </div>
        </Form.Item>
      )}
    </>
  )
}

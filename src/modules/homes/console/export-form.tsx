import { App, Form, Input, Segmented } from 'antd'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { ask } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { download } from '#ui/console/download.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { exportResidents } from '../contract-import.ts'
import { importTexts as t } from './import-messages.ts'

type Values = { place: string; format: 'xlsx' | 'csv'; reason: string }

/** A list leaves: a reason is asked for, and everybody in it reads it. */
export function ExportForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { place: top } = useActing()
  const { message } = App.useApp()
  const village = top.length >= 12 ? top : undefined
  async function send(values: Values): Promise<void> {
    const file = await ask(exportResidents, values)
    download(file)
    void message.info(t.exported({ n: file.rows }))
  }
  return (
    <DrawerForm<Values>
      title={t.export()}
      lead={t.exportLead()}
      open={open}
      onClose={onClose}
      initial={{ format: 'xlsx', ...(village ? { place: village } : {}) }}
      submit={t.export()}
      onSend={send}
    >
      <Form.Item name="place" label={t.exportPlace()} rules={[needed]}>
        <PlaceSelect label={t.exportPlace()} id="place" under={top} only={['village', 'grid']} />
      </Form.Item>
      <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 4 }]}>
        <Input.TextArea rows={3} maxLength={200} placeholder={t.reasonHint()} />
      </Form.Item>
      <Form.Item name="format" label={t.format()}>
        <Segmented
          options={[
            { value: 'xlsx', label: 'Excel' },
            { value: 'csv', label: 'CSV' },
          ]}
        />
      </Form.Item>
    </DrawerForm>
  )
}

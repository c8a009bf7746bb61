import { Alert, Button, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useActing } from '#ui/console/acting.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { PhotoField } from '#ui/console/photo-field.tsx'
import { channelTexts } from '#ui/messages.ts'
import { useCall } from '#ui/query.tsx'
import { type CaseView, reportCase } from '../contract.ts'
import type { CHANNELS } from '../lifecycle.ts'
import { KindField } from '../parts/kind-field.tsx'
import { newSecret } from '../parts/secret.ts'
import { caseTexts as t } from './case-messages.ts'
import { CASE_QUERIES } from './case-queries.ts'

type Values = {
  channel: (typeof CHANNELS)[number]
  description: string
  kind: string | null
  place: string
  address?: string
  name?: string
  phone?: string
  files: string[]
}
type Sent = OutputOf<typeof reportCase> & { secret: string }
const BY_HAND = ['phone', 'paper', 'tuesday', 'hotline'] as const
const PHONE = /^1\d{10}$/

export function NewCaseForm({
  id,
  onPlace,
  onSent,
}: {
  id: string
  onPlace: (place: string | null) => void
  onSent: (sent: Sent) => void
}) {
  const { place: top } = useActing()
  const [form] = Form.useForm<Values>()
  const [secret] = useState(newSecret)
  const report = useCall(reportCase, CASE_QUERIES)
  const send = ({ name, phone, address, ...values }: Values) =>
    report.mutate(
      {
        ...values,
        id: id as CaseView['id'],
        secret,
        address: address ?? null,
        reporter: name || phone ? { name: name || null, phone: phone || null } : null,
      } as Parameters<typeof report.mutate>[0],
      { onSuccess: (sent) => onSent({ ...sent, secret }) },
    )
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ channel: 'phone', kind: null, files: [] }}
      onFinish={send}
      scrollToFirstError
    >
      {report.error && <Alert type="error" showIcon className="drawer-error" title={refusalText(report.error)} />}
      <Form.Item name="channel" label={channelLabel()}>
        <Segmented options={BY_HAND.map((value) => ({ value, label: channelTexts[value]() }))} />
      </Form.Item>
      <Form.Item name="description" label={t.description()} extra={t.descriptionHint()} rules={[needed, { min: 4 }]}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <Form.Item noStyle dependencies={['description']}>
        {({ getFieldValue }) => <KindField text={(getFieldValue('description') as string | undefined) ?? ''} />}
      </Form.Item>
      <div className="new-row">
        <Form.Item name="place" label={t.placeNeeded()} rules={[needed]}>
          <PlaceSelect label={t.placeNeeded()} under={top} only={['village', 'grid']} onChange={onPlace} />
        </Form.Item>
        <Form.Item name="address" label={t.address()}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="name" label={t.callerName()}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t.callerPhone()} rules={[{ pattern: PHONE, message: t.phoneWrong() }]}>
          <Input inputMode="numeric" maxLength={11} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="files" label={t.photos()}>
        <PhotoField />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" loading={report.isPending}>
        {t.register()}
      </Button>
    </Form>
  )
}

const channelLabel = (): string => t.channel()

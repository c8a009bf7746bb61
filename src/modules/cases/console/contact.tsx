import { Form, Input, Modal } from 'antd'
import Eye from 'lucide-react/icons/eye'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { ask, CallError } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { Failed } from '#ui/console/shown.tsx'
import { type CaseView, getContact } from '../contract.ts'
import { caseTexts as t } from './case-messages.ts'

/** Name and phone in full: for a stated reason, and the person sees it. Never asked again by itself, since each look is noted. */
export function Contact({ id }: { id: CaseView['id'] }) {
  const { permissions } = useActing()
  const [open, setOpen] = useState(false)
  const [found, setFound] = useState<OutputOf<typeof getContact>>()
  const [error, setError] = useState<CallError>()
  const [form] = Form.useForm<{ reason: string }>()
  const look = async ({ reason }: { reason: string }) => {
    setError(undefined)
    try {
      setFound(await ask(getContact, { id, reason }))
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
    }
  }
  const close = () => {
    setOpen(false)
    setFound(undefined)
    setError(undefined)
  }
  if (!permissions.has('cases.contact')) return null
  return (
    <>
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        <Eye size={15} aria-hidden />
        {t.seeContact()}
      </button>
      <Modal
        title={t.contactTitle()}
        open={open}
        onCancel={close}
        onOk={() => (found ? close() : form.submit())}
        okText={found ? undefined : t.contactShow()}
        destroyOnHidden
      >
        {found ? (
          <dl className="facts">
            <dt>{t.name()}</dt>
            <dd>{found.name ?? t.notLeft()}</dd>
            <dt>{t.phone()}</dt>
            <dd>{found.phone ?? t.notLeft()}</dd>
          </dl>
        ) : (
          <>
            <p className="case-warning">{t.contactLead()}</p>
            {error && <Failed error={error} />}
            <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void look(values)}>
              <Form.Item name="reason" label={t.contactReason()} rules={[needed, { min: 2 }]}>
                <Input placeholder={t.contactHint()} maxLength={200} />
              </Form.Item>
            </Form>
          </>
        )}
      </Modal>
    </>
  )
}

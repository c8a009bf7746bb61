import { Form, Input, Modal } from 'antd'
import Eye from 'lucide-react/icons/eye'
import { useState } from 'react'
import { CallError } from '#ui/call.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { Failed } from '#ui/console/shown.tsx'
import { residentTexts as t } from './resident-messages.ts'

type RevealProps = { label: string; text?: string; look: (reason: string) => Promise<string | null> }

/** Something in full, for a stated reason that the person reads. Never asked again by itself, since each look is on record. */
export function Reveal({ label, text = t.reveal(), look }: RevealProps) {
  const [open, setOpen] = useState(false)
  const [found, setFound] = useState<string | null>()
  const [error, setError] = useState<CallError>()
  const [form] = Form.useForm<{ reason: string }>()
  const send = async ({ reason }: { reason: string }): Promise<void> => {
    setError(undefined)
    try {
      setFound(await look(reason))
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
    }
  }
  const close = (): void => {
    setOpen(false)
    setFound(undefined)
    setError(undefined)
  }
  return (
    <>
      <button type="button" className="link" aria-label={label} onClick={() => setOpen(true)}>
        <Eye size={14} aria-hidden /> {text}
      </button>
      <Modal
        title={t.revealTitle()}
        open={open}
        onCancel={close}
        onOk={() => (found === undefined ? form.submit() : close())}
        okText={found === undefined ? t.show() : undefined}
        destroyOnHidden
      >
        {found === undefined ? (
          <>
            <p className="drawer-lead">{t.revealLead()}</p>
            {error && <Failed error={error} />}
            <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void send(values)}>
              <Form.Item name="reason" label={t.reason()} rules={[needed, { min: 4 }]}>
                <Input placeholder={t.reasonHint()} maxLength={200} />
              </Form.Item>
            </Form>
          </>
        ) : (
          <>
            <p className="resident-number">{found ?? t.none()}</p>
            <p className="quiet-ink">{t.copyWarning()}</p>
          </>
        )}
      </Modal>
    </>
  )
}

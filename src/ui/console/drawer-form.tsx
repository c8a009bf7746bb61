import { Alert, App, Button, Drawer, Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { CallError } from '#ui/call.ts'
import { said } from '#ui/messages.ts'
import { consoleTexts as t, refusalText } from './messages.ts'
import { problemText } from './problem-messages.ts'

type DrawerFormProps<V extends object> = {
  title: string
  /** One sentence before the fields: what happens, and who will see it. */
  lead?: ReactNode
  open: boolean
  onClose: () => void
  initial?: Partial<V>
  submit: string
  danger?: boolean
  width?: number
  onSend: (values: V) => Promise<unknown>
  /** What there is to add to a refusal, in the words of whoever made the rule. */
  explain?: (error: CallError) => ReactNode
  /** Said when it went well; the drawer closes. */
  done?: string
  children: ReactNode | ((form: FormInstance<V>) => ReactNode)
}

/** A form that comes in from the side over what it is about. A refusal leaves it open with everything that was typed. */
export function DrawerForm<V extends object>(props: DrawerFormProps<V>) {
  const { title, lead, open, initial, submit, danger, width = 460, explain, children } = props
  const [form] = Form.useForm<V>()
  const { error, busy, send, close } = useSending(props, form)
  useEffect(() => {
    if (open) form.resetFields()
  }, [open, form])
  return (
    <Drawer
      title={title}
      open={open}
      onClose={close}
      size={width}
      destroyOnHidden
      footer={
        <div className="drawer-foot">
          <Button onClick={close}>{said.cancel()}</Button>
          <Button type="primary" danger={danger ?? false} loading={busy} onClick={() => form.submit()}>
            {submit}
          </Button>
        </div>
      }
    >
      {lead && <p className="drawer-lead">{lead}</p>}
      {error && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="drawer-error"
          title={refusalText(error)}
          description={explain?.(error) ?? afterwards(error)}
        />
      )}
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(initial ? { initialValues: initial } : {})}
        onFinish={(values) => void send(values)}
        scrollToFirstError
      >
        {typeof children === 'function' ? children(form) : children}
      </Form>
    </Drawer>
  )
}

/** A number is of use for what nobody expected; after a refusal it is said that nothing typed is lost. */
const afterwards = ({ code, request }: CallError): string =>
  code === 'internal' && request ? said.requestNo({ request }) : t.keptFields()

function useSending<V extends object>({ onSend, onClose, done }: DrawerFormProps<V>, form: FormInstance<V>) {
  const [error, setError] = useState<CallError | null>(null)
  const [busy, setBusy] = useState(false)
  const { message } = App.useApp()
  async function send(values: V): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      await onSend(values)
      void message.success(done ?? t.done())
      onClose()
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
      showProblems(form as unknown as FormInstance, problem)
    } finally {
      setBusy(false)
    }
  }
  const close = (): void => {
    setError(null)
    onClose()
  }
  return { error, busy, send, close }
}

/** Puts each problem beside its field; a field may lie deeper in the command than in the form. */
export function showProblems(form: FormInstance, { problems }: CallError): void {
  const known = new Set(Object.keys(form.getFieldsValue(true) as object))
  form.setFields(
    problems.map(({ path, problem }) => {
      const parts = path.split('.')
      return { name: known.has(parts[0] ?? '') ? parts : parts.slice(-1), errors: [problemText(problem)] }
    }),
  )
}

/** Says that a field may not be empty, in the reader's language. */
export const needed = {
  required: true,
  get message() {
    return t.required()
  },
}

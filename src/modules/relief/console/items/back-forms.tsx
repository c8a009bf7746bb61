import { Form, Input, InputNumber, Select } from 'antd'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import { BACK, itemSums, type ItemView, listItems, payItem, returnItem } from '../../contract-requisition.ts'
import { ownerOf, yuan } from './looks.ts'
import { itemTexts as t } from './messages.ts'

const CHANGED = [listItems, itemSums]
const FULL = { width: '100%' }
type Given = { of: ItemView; onClose: () => void }

/** How it comes back, and what that costs; whatever is not whole says why. */
export function ReturnForm({ of, onClose }: Given) {
  const send = useCall(returnItem, CHANGED)
  return (
    <DrawerForm<{ back: (typeof BACK)[number]; note?: string; owed: number }>
      title={t.giveBack()}
      lead={t.giveBackLead({ item: of.item, owner: ownerOf(of) })}
      open
      onClose={onClose}
      initial={{ back: 'whole' }}
      submit={t.giveBack()}
      done={t.backDone()}
      onSend={({ note = '', ...said }) => send.mutateAsync({ id: of.id, note, ...said })}
    >
      {(form) => (
        <>
          <Form.Item name="back" label={t.backState()} rules={[needed]}>
            <Select options={BACK.map((back) => ({ value: back, label: t[back]() }))} />
          </Form.Item>
          <Form.Item name="owed" label={t.owedYuan()} extra={t.owedHint()} rules={[needed]}>
            <InputNumber min={0} max={1e9} precision={0} style={FULL} />
          </Form.Item>
          <Form.Item
            name="note"
            label={t.note()}
            dependencies={['back']}
            rules={[
              {
                validator: (_, text: string | undefined) =>
                  form.getFieldValue('back') !== 'whole' && !text?.trim()
                    ? Promise.reject(new Error(t.noteNeeded()))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </>
      )}
    </DrawerForm>
  )
}

/** A part or all of what is owed. */
export function PayForm({ of, onClose }: Given) {
  const send = useCall(payItem, CHANGED)
  const left = of.owed - of.paid
  return (
    <DrawerForm<{ yuan: number; note?: string }>
      title={t.pay()}
      lead={t.payLead({ owner: ownerOf(of), owed: yuan(of.owed), paid: yuan(of.paid) })}
      open
      onClose={onClose}
      initial={{ yuan: left }}
      submit={t.pay()}
      done={t.payDone()}
      explain={({ code, detail }) =>
        code === 'conflict' && t.tooMuch({ yuan: yuan(Number(detail['owed']) - Number(detail['paid'])) })
      }
      onSend={({ note = '', ...said }) => send.mutateAsync({ id: of.id, note, ...said })}
    >
      <Form.Item
        name="yuan"
        label={t.payYuan()}
        rules={[needed, { type: 'number', max: left, message: t.tooMuch({ yuan: yuan(left) }) }]}
      >
        <InputNumber min={1} precision={0} style={FULL} />
      </Form.Item>
      <Form.Item name="note" label={t.payNote()}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}

import { Alert, App, Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { Due } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { useCall } from '#ui/query.tsx'
import { reportWords as t } from '../parts/report-messages.ts'
import { figureName, REPORT_CHANGED, type Round, tell, withoutText } from '../parts/reports.ts'
import { type Which, StateChip } from './report-state.tsx'
import type { ReportAct } from './report-acts.tsx'

type OwnProps = { seen: Round; which: Which; onAct: (act: ReportAct) => void }

/** The node itself: its sum, what is told here, and the word that fixes it. */
export function ReportOwn({ seen, which, onAct }: OwnProps) {
  const { node, figures, before } = seen
  const [typing, setTyping] = useState(false)
  const ready = node.can.includes('approve') && !typing && (node.toldAt !== null || node.children.all > 0)
  return (
    <Panel title={node.placeName} note={<StateChip node={node} />} className="situation-own">
      <Rounds seen={seen} />
      {node.whyReturned && node.state === 'returned' && (
        <Alert type="warning" showIcon title={t.returned({ why: node.whyReturned })} />
      )}
      <table className="table situation-sums">
        <caption className="unseen">{t.sum()}</caption>
        <tbody>
          {figures.map(({ key, name, unit }) => (
            <tr key={key}>
              <th scope="row">{named(name)}</th>
              <td data-end="">
                <strong className="strong">{node.figures[key] ?? '–'}</strong> {named(unit)}
              </td>
              {before && (
                <td data-end="" className="quiet-ink">
                  {before[key] !== undefined && t.before({ n: before[key] })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {node.without.length > 0 && <p className="quiet-ink">{withoutText(node)}</p>}
      {node.can.includes('tell') && <Own seen={seen} which={which} onTyping={setTyping} />}
      {node.remark && !node.can.includes('tell') && <p>{node.remark}</p>}
      {ready && (
        <Button type="primary" block onClick={() => onAct({ kind: 'approve' })}>
          {t.approve()}
        </Button>
      )}
      {node.can.includes('giveBack') && (
        <Button block onClick={() => onAct({ kind: 'giveBack', node })}>
          {t.giveBack()}
        </Button>
      )}
    </Panel>
  )
}

function Rounds({ seen: { no, last, dueAt, node } }: { seen: Round }) {
  const { place: own } = useActing()
  const at = (round: number) => ({ place: node.place, round: String(round) })
  return (
    <p className="row wrap">
      <strong className="strong">{t.round({ no, last })}</strong>
      {node.state !== 'approved' && <Due dueAt={dueAt} lamp={node.late ? 'red' : 'green'} />}
      <span className="situation-rounds">
        {no > 1 && (
          <Go to="." search={at(no - 1)}>
            {t.earlier()}
          </Go>
        )}
        {no < last && (
          <Go to="." search={at(no + 1)}>
            {t.later()}
          </Go>
        )}
        {node.place.length > own.length && (
          <Go to="." search={{ round: String(no) }}>
            {t.top()}
          </Go>
        )}
      </span>
    </p>
  )
}

type Values = { figures?: Record<string, number | null>; remark?: string }

function Own({
  seen: { figures, node },
  which,
  onTyping,
}: Omit<OwnProps, 'onAct'> & { onTyping: (typing: boolean) => void }) {
  const send = useCall(tell, REPORT_CHANGED)
  const { message } = App.useApp()
  const save = async ({ figures: said = {}, remark = '' }: Values): Promise<void> => {
    const told = Object.entries(said).flatMap(([key, value]) =>
      typeof value === 'number' ? [[key, value] as const] : [],
    )
    try {
      await send.mutateAsync({ ...which, place: which.place as never, figures: Object.fromEntries(told), remark })
      onTyping(false)
      void message.success(t.saved())
    } catch {
      // Said above the fields.
    }
  }
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      initialValues={{ figures: node.own, remark: node.remark }}
      onValuesChange={() => onTyping(true)}
      onFinish={(values) => void save(values)}
      className="situation-form"
    >
      <h3>{t.own()}</h3>
      {node.children.all > 0 && <p className="quiet-ink">{t.ownAbove()}</p>}
      {send.error && <Alert type="error" showIcon role="alert" title={refusalText(send.error)} />}
      <div className="situation-fields">
        {figures.map((figure) => (
          <Form.Item key={figure.key} name={['figures', figure.key]} label={figureName(figure)}>
            <InputNumber min={0} max={100_000_000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="remark" label={t.remark()}>
        <Input.TextArea rows={2} maxLength={1000} placeholder={t.remarkHint()} />
      </Form.Item>
      <Button htmlType="submit" loading={send.isPending} block>
        {t.save()}
      </Button>
    </Form>
  )
}

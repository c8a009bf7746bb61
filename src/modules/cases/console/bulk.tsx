import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call, CallError } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { Go } from '#ui/console/go.tsx'
import { actionTexts } from '#ui/messages.ts'
import { queries, useAsk } from '#ui/query.tsx'
import { type CaseRow, getCase } from '../contract.ts'
import { assignCase, commentCase } from '../contract-acts.ts'
import { caseTexts as k } from './case-messages.ts'
import { queueTexts as t } from './messages.ts'
import { numberText } from '../parts/number.ts'

type Doing = 'assign' | 'comment'
type Failure = { row: CaseRow; why: string }
type Values = { target?: string; note: string }

/** The same step for several cases: sent one by one, and each refusal is shown with its case. */
export function Bulk({ rows, onDone }: { rows: readonly CaseRow[]; onDone: () => void }) {
  const [doing, setDoing] = useState<Doing>()
  const [failures, setFailures] = useState<{ done: number; failed: Failure[] }>()
  const finish = () => {
    setFailures(undefined)
    onDone()
  }
  return (
    <footer className="bulk">
      <strong role="status">{t.chosen({ count: rows.length })}</strong>
      <button type="button" className="firm" onClick={() => setDoing('assign')}>
        {t.bulkAssign()}
      </button>
      <button type="button" className="quiet" onClick={() => setDoing('comment')}>
        {t.bulkComment()}
      </button>
      <button type="button" className="link" onClick={onDone}>
        {t.unselect()}
      </button>
      <BulkForm {...{ rows, doing }} onClose={() => setDoing(undefined)} onSent={setFailures} />
      <Modal
        title={t.bulkResult({ done: failures?.done ?? 0, failed: failures?.failed.length ?? 0 })}
        open={failures !== undefined}
        onCancel={finish}
        onOk={finish}
        cancelButtonProps={{ hidden: true }}
      >
        {failures && failures.failed.length > 0 && (
          <ul className="bulk-failed">
            {failures.failed.map(({ row, why }) => (
              <li key={row.id}>
                <Go to={`/cases/${row.id}`}>{numberText(row.number)}</Go> {row.title}
                <br />
                <span className="late-number">{why}</span>
              </li>
            ))}
          </ul>
        )}
      </Modal>
    </footer>
  )
}

type BulkFormProps = {
  rows: readonly CaseRow[]
  doing: Doing | undefined
  onClose: () => void
  onSent: (result: { done: number; failed: Failure[] }) => void
}

function BulkForm({ rows, doing, onClose, onSent }: BulkFormProps) {
  const assignable = rows.find(({ can }) => can.includes('assign'))
  const first = useAsk(
    getCase,
    { id: assignable?.id ?? rows[0]?.id ?? ('' as CaseRow['id']) },
    { when: doing === 'assign' && assignable !== undefined },
  )
  const { posts = [], organs = [] } = first.data?.targets ?? {}
  const send = async (values: Values) => {
    const failed: Failure[] = []
    for (const row of rows) {
      const why = await tryOne(row, doing, values)
      if (why) failed.push({ row, why })
    }
    await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('cases.') })
    onSent({ done: rows.length - failed.length, failed })
  }
  return (
    <DrawerForm<Values>
      title={doing === 'assign' ? t.bulkAssign() : t.bulkComment()}
      lead={t.bulkLead()}
      open={doing !== undefined}
      onClose={onClose}
      submit={doing === 'assign' ? actionTexts.assign() : actionTexts.comment()}
      initial={{ note: '' }}
      onSend={send}
    >
      {doing === 'assign' && (
        <Form.Item name="target" label={t.assignTo()} extra={t.assignHint()} rules={[needed]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={first.isFetching}
            options={[
              {
                label: k.posts(),
                options: posts.map(({ id, name, title }) => ({ value: `post ${id}`, label: `${name} · ${title}` })),
              },
              { label: k.organs(), options: organs.map(({ id, name }) => ({ value: `organ ${id}`, label: name })) },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item name="note" label={k.note()} rules={doing === 'comment' ? [needed] : []}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </DrawerForm>
  )
}

/** Undefined when it went well, else why not. Only a refusal is an answer; anything else is a bug and stops the row of sendings. */
async function tryOne(
  row: CaseRow,
  doing: Doing | undefined,
  { target = '', note }: Values,
): Promise<string | undefined> {
  try {
    if (doing === 'comment') await call(commentCase, { id: row.id, note })
    else {
      const [kind, id = ''] = target.split(' ')
      await call(assignCase, { id: row.id, note, ...(kind === 'post' ? { post: id } : { organ: id }) })
    }
    return undefined
  } catch (problem) {
    if (problem instanceof CallError) return refusalText(problem)
    throw problem
  }
}

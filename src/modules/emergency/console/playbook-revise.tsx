import { useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Form } from 'antd'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useMemo, useState } from 'react'
import { dayOf } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { CallError } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { showProblems } from '#ui/console/drawer-form.tsx'
import { Go } from '#ui/console/go.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { listPlaybooks, type Playbook, preview, type Response, RESPONSES, setPlaybook } from '../contract-playbooks.ts'
import { levelText } from '../parts/word-messages.ts'
import { PlaybookDifference } from './playbook-difference.tsx'
import { PlaybookFields } from './playbook-fields.tsx'
import { playbookTexts as t } from './playbook-messages.ts'
import { revised, typedOver, type Values, valuesOf } from './playbook-values.ts'
import '#modules/orders/parts/orders.css'
import './emergency.css'
import './playbooks.css'

/** One level of a playbook is revised; beside it stands what is different, as it is typed. */
export function RevisePage() {
  const [{ code, level }] = useAddress()
  const { permissions } = useActing()
  const found = useAsk(listPlaybooks, { history: true })
  const at = RESPONSES.find((one) => one === level) ?? 'III'
  const book = found.data?.rows.findLast((one) => one.code === code)
  const title = book ? t.editTitle({ name: named(book.name), level: levelText(at) }) : t.title()
  return (
    <Page title={title} trail={<Trail book={book} level={at} />} className="page-fit">
      <Shown of={found} lines={12}>
        {() =>
          book && permissions.has('emergency.setPlaybook') ? (
            <Revising book={book} level={at} />
          ) : (
            <Empty text={book ? t.notYours() : t.noBook()} />
          )
        }
      </Shown>
    </Page>
  )
}

const Trail = ({ book, level }: { book: Playbook | undefined; level: Response }) => (
  <nav className="trail" aria-label={t.title()}>
    <Go to="/emergency/playbooks" search={book ? { code: book.code, level } : {}}>
      {t.title()}
    </Go>
    <ChevronRight size={14} aria-hidden />
    <span>{book && t.version({ no: book.version + 1 })}</span>
  </nav>
)

function Revising({ book, level }: { book: Playbook; level: Response }) {
  const today = dayOf(useNow())
  const [form] = Form.useForm<Values>()
  const stands = useMemo(() => valuesOf(book, level, today), [book, level, today])
  const typed: Partial<Values> | undefined = Form.useWatch([], form)
  const { error, busy, save } = useSaving(book, level, (problem) => showProblems(form as never, problem))
  const after = { ...book, ...revised(book, level, typedOver(stands, typed)) } as Playbook
  return (
    <div className="revise">
      <Panel title={t.version({ no: book.version + 1 })} className="revise-form">
        <p className="drawer-lead">{t.editLead()}</p>
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={stands}
          onFinish={(values) => void save(typedOver(stands, values))}
          scrollToFirstError
        >
          <PlaybookFields today={today} />
        </Form>
      </Panel>
      <Panel title={t.differenceTo({ no: book.version })} className="revise-difference">
        <div className="stack">
          {error && <Refused error={error} />}
          <PlaybookDifference before={book} after={after} level={level} />
          <div className="row revise-foot">
            <Go to="/emergency/playbooks" search={{ code: book.code, level }} className="quiet">
              {t.leave()}
            </Go>
            <button type="button" className="firm" disabled={busy} onClick={() => form.submit()}>
              {t.save()}
            </button>
          </div>
        </div>
      </Panel>
    </div>
  )
}

const UNKNOWN = 'unknown_lever '
const Refused = ({ error }: { error: CallError }) => {
  const unknown = error.problems.flatMap(({ problem }) =>
    problem.startsWith(UNKNOWN) ? [problem.slice(UNKNOWN.length)] : [],
  )
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={unknown.length > 0 ? t.unknown({ names: unknown.join('、') }) : refusalText(error)}
      description={t.keptTyped()}
    />
  )
}

type Listed = OutputOf<typeof listPlaybooks>

/** The new version is what the server answered: the page that shows it need not ask before it can. */
function useSaving(book: Playbook, level: Response, onProblem: (error: CallError) => void) {
  const send = useCall(setPlaybook, [preview])
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [error, setError] = useState<CallError>()
  async function save(values: Values): Promise<void> {
    setError(undefined)
    try {
      const made = await send.mutateAsync(revised(book, level, values))
      client.setQueriesData<Listed>({ queryKey: [listPlaybooks.name] }, (was) => was && { rows: [...was.rows, made] })
      void message.success(t.saved({ no: made.version }))
      void navigate({
        to: '/emergency/playbooks' as '/',
        search: { code: made.code, level, version: String(made.version) } as never,
      })
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
      onProblem(problem)
    }
  }
  return { error, busy: send.isPending, save }
}

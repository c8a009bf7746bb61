import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Form, type FormInstance } from 'antd'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { CallError, newId } from '#ui/call.ts'
import { useAddress } from '#ui/console/address.ts'
import { showProblems } from '#ui/console/drawer-form.tsx'
import { Go } from '#ui/console/go.tsx'
import { instantOf } from '#ui/console/local-time.ts'
import { refusalText } from '#ui/console/messages.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Failed, Skeleton } from '#ui/console/shown.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { addToCheck, type CheckView, listChecks, startCheck } from '../../contract-checks.ts'
import { toolTexts } from '../tool-messages.ts'
import { CHECK_COUNTS } from './counts.ts'
import { LayFields, type Letter } from './lay-fields.tsx'
import { layTexts as t } from './lay-messages.ts'
import { LayRows } from './lay-rows.tsx'
import { Paste } from './paste.tsx'
import type { Row } from './rows.ts'
import { useRows } from './use-rows.ts'
import './checks.css'

/** A list is laid: its letter beside, its lines below one another; or further lines are added to one that is there. */
export function LayPage() {
  const { place } = useScope()
  const [{ check: wanted }] = useAddress()
  const checks = useAsk(listChecks, { place }, { when: wanted !== undefined })
  const of = checks.data?.rows.find(({ id }) => id === wanted)
  const title = of ? t.titleAdd({ title: of.title }) : t.title()
  const trail = (
    <nav className="trail" aria-label={t.back()}>
      <Go to="/relief/checks">{t.back()}</Go>
      <ChevronRight size={14} aria-hidden />
      <span>{title}</span>
    </nav>
  )
  return (
    <Page title={title} section={toolTexts.section()} trail={trail} className="page-fit">
      {wanted && !of ? (
        checks.error ? (
          <Failed error={checks.error} again={() => void checks.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )
      ) : (
        <Laying {...(of ? { of } : {})} />
      )}
    </Page>
  )
}

type Answer = { id: string; listed: number; refused: number }

function Laying({ of }: { of?: CheckView }) {
  const [form] = Form.useForm<Letter>()
  const [kind, setKind] = useState<CheckView['kind']>(of?.kind ?? 'infection')
  const desk = useRows(kind)
  const { send, busy, error, answer } = useLaying(of, form)
  const again = of ?? (answer && { id: answer.id })
  const go = async (letter: Letter): Promise<void> => {
    const refused = await send(letter, desk.ready, again?.id)
    if (refused) desk.answered(desk.ready, refused)
  }
  return (
    <div className="laying">
      <Panel title={t.letter()} className="laying-letter">
        <LayFields
          form={form}
          of={of}
          fixed={again !== undefined}
          onKind={setKind}
          onSend={(letter) => void go(letter)}
        />
      </Panel>
      <Panel
        title={t.rows()}
        note={desk.rows.length > 0 ? t.counts({ ready: desk.ready.length, faulty: desk.faulty }) : t.rowsNote()}
        flush
        action={
          <Button type="primary" loading={busy} disabled={desk.ready.length === 0} onClick={() => form.submit()}>
            {again ? t.submitAdd() : t.submit()}
          </Button>
        }
      >
        {error && <Alert type="error" showIcon role="alert" title={refusalText(error)} className="laying-told" />}
        {answer && <Told answer={answer} />}
        <Paste kind={kind} onTake={desk.take} />
        <LayRows kind={kind} rows={desk.rows} onChange={desk.change} onDrop={desk.drop} />
      </Panel>
    </div>
  )
}

const Told = ({ answer: { id, listed, refused } }: { answer: Answer }) => (
  <Alert
    type={refused > 0 ? 'warning' : 'success'}
    showIcon
    role="status"
    className="laying-told"
    title={
      listed === 0
        ? t.allRefused({ refused })
        : refused > 0
          ? t.someRefused({ listed, refused })
          : t.taken({ count: listed })
    }
    action={
      listed > 0 && (
        <Go to="/relief/checks" search={{ check: id, view: 'waiting' }} className="quiet">
          {t.toList()}
        </Go>
      )
    }
  />
)

const MOST = 2000

/** The first time the list is laid with its letter; what is mended afterwards is added to it. */
function useLaying(of: CheckView | undefined, form: FormInstance<Letter>) {
  const start = useCall(startCheck, CHECK_COUNTS)
  const add = useCall(addToCheck, CHECK_COUNTS)
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError>()
  const [answer, setAnswer] = useState<Answer>()
  const send = async ({ until, ...letter }: Letter, rows: readonly Row[], id: string | undefined) => {
    if (rows.length > MOST) return void message.error(t.tooMany())
    setBusy(true)
    setError(undefined)
    try {
      const lines = rows.map((row) => ({
        id: row.id as never,
        name: row.name,
        phone: row.phone,
        reason: row.reason,
        evidence: row.evidence.trim(),
      }))
      const taken = id
        ? await add.mutateAsync({ check: id as never, lines })
        : await start.mutateAsync({
            id: newId() as never,
            ...letter,
            source: letter.source as never,
            until: instantOf(until),
            lines,
          })
      setAnswer({ id: taken.id, listed: taken.listed, refused: taken.refused.length })
      if (taken.refused.length === 0 && taken.listed > 0) {
        void message.success(t.taken({ count: taken.listed }))
        await navigate({ to: '/relief/checks' as '.', search: { check: taken.id, view: 'waiting' } as never })
      }
      return taken.refused
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
      showProblems(form as unknown as FormInstance, problem)
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, error, answer, of }
}

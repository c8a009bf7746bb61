import { App } from 'antd'
import { useState } from 'react'
import { CallError } from '#ui/call.ts'
import { useAddress } from '#ui/console/address.ts'
import { refusalText } from '#ui/console/messages.ts'
import { actionTexts } from '#ui/messages.ts'
import { useCall } from '#ui/query.tsx'
import { type CaseView } from '../contract.ts'
import { acceptCase, resumeCase } from '../contract-acts.ts'
import { ActionForm, type FormAction, isFormAction } from './action-form.tsx'
import { CASE_QUERIES } from './case-queries.ts'
import { caseTexts as t } from './case-messages.ts'

/** What most likely comes next stands first and large. */
const ORDER = [
  ...([
    'accept',
    'resume',
    'handle',
    'verify',
    'assign',
    'confirm',
    'answer',
    'comment',
    'climb',
    'skip',
    'handDown',
    'sendBack',
  ] as const),
  ...(['rework', 'pause', 'extend', 'merge', 'decline', 'reopen', 'withdraw'] as const),
]
const MAIN: readonly string[] = ['accept', 'resume', 'handle', 'verify', 'assign']

/** Buttons are drawn from `can`, which the server worked out; each opens its form, or acts when nothing needs to be said. */
export function Actions({ view }: { view: CaseView }) {
  const [address, change] = useAddress()
  const asked = address['do']
  const [doing, setDoing] = useState<FormAction | undefined>(() =>
    isFormAction(asked) && view.can.includes(asked) ? asked : undefined,
  )
  const direct = useDirect(view)
  const offered = ORDER.filter((action) => view.can.includes(action))
  const close = () => {
    setDoing(undefined)
    if (asked) change({ do: undefined })
  }
  if (offered.length === 0) return <p className="quiet-ink">{t.noneAllowed()}</p>
  return (
    <div className="case-actions">
      {offered.map((action, at) => (
        <button
          key={action}
          type="button"
          className={at === 0 && MAIN.includes(action) ? 'firm' : 'quiet'}
          disabled={direct.busy}
          onClick={() => (isFormAction(action) ? setDoing(action) : direct.act(action))}
        >
          {actionTexts[action]()}
        </button>
      ))}
      <ActionForm view={view} doing={doing} onClose={close} />
    </div>
  )
}

/** Taking up and going on need no words. */
function useDirect({ id }: CaseView) {
  const { message } = App.useApp()
  const accept = useCall(acceptCase, CASE_QUERIES)
  const resume = useCall(resumeCase, CASE_QUERIES)
  const act = async (action: 'accept' | 'resume') => {
    try {
      await (action === 'accept' ? accept : resume).mutateAsync({ id })
      void message.success(t.acted({ action: actionTexts[action]() }))
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      void message.error(refusalText(problem))
    }
  }
  return { busy: accept.isPending || resume.isPending, act: (action: 'accept' | 'resume') => void act(action) }
}

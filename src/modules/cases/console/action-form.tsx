import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Command } from '#kernel/contract.ts'
import { DrawerForm } from '#ui/console/drawer-form.tsx'
import { actionTexts } from '#ui/messages.ts'
import { useCall } from '#ui/query.tsx'
import * as contract from '../contract-acts.ts'
import type { CaseView } from '../contract.ts'
import {
  Answer,
  AssignTo,
  Down,
  Files,
  MergeInto,
  Note,
  PauseReason,
  Reason,
  ReasonOf,
  SkipTo,
  Until,
} from './action-fields.tsx'
import { caseTexts as t, evidenceText } from './case-messages.ts'
import { CASE_QUERIES } from './case-queries.ts'
import { numberText } from '../parts/number.ts'

type Values = Record<string, unknown>
type Form = {
  command: Command
  lead?: (view: CaseView) => string
  fields: (view: CaseView) => ReactNode
  danger?: boolean
  input?: (values: Values) => Values
}

/** Each step that needs words: its command, what it means, and its fields. */
const FORMS = {
  assign: {
    command: contract.assignCase,
    lead: t.assignLead,
    fields: (view) => [<AssignTo key="to" view={view} />, <Note key="note" optional />],
    input: targetOf,
  },
  sendBack: {
    command: contract.sendBackCase,
    lead: t.sendBackLead,
    fields: () => [<ReasonOf key="reason" kind="return" />, <Note key="note" />],
  },
  climb: {
    command: contract.climbCase,
    lead: (view) => t.climbLead({ name: view.targets.climb?.name ?? '' }),
    fields: () => <Reason />,
  },
  skip: {
    command: contract.skipCase,
    lead: t.skipLead,
    fields: (view) => [<SkipTo key="level" view={view} />, <Reason key="reason" />],
  },
  handDown: {
    command: contract.handDownCase,
    fields: (view) => [<Down key="to" view={view} />, <Reason key="reason" />],
  },
  pause: {
    command: contract.pauseCase,
    lead: t.pauseLead,
    fields: () => [<PauseReason key="reason" />, <Until key="until" most={60} />, <Note key="note" />],
  },
  extend: {
    command: contract.extendCase,
    lead: t.extendLead,
    fields: () => [<Until key="until" most={365} />, <Reason key="reason" />],
  },
  handle: {
    command: contract.handleCase,
    lead: (view) => t.handleLead({ evidence: evidenceText(view.evidence) }),
    fields: () => [<Answer key="answer" />, <Note key="note" />, <Files key="files" label={t.handleFiles()} />],
  },
  verify: { command: contract.verifyCase, lead: t.verifyLead, fields: () => <Note optional /> },
  rework: { command: contract.reworkCase, lead: t.reworkLead, fields: () => <Note /> },
  decline: {
    command: contract.declineCase,
    lead: t.declineLead,
    danger: true,
    fields: () => [<ReasonOf key="reason" kind="decline" />, <Answer key="answer" />],
  },
  merge: {
    command: contract.mergeCase,
    lead: t.mergeLead,
    danger: true,
    fields: (view) => [<MergeInto key="into" view={view} />, <Note key="note" optional />],
  },
  comment: {
    command: contract.commentCase,
    lead: t.commentLead,
    fields: () => [<Note key="note" />, <Files key="files" label={t.photos()} />],
  },
  answer: { command: contract.answerCase, lead: t.answerLead, fields: () => <Answer /> },
  confirm: {
    command: contract.confirmCase,
    lead: t.confirmLead,
    fields: () => <Note optional />,
    input: (values) => ({ ...values, solved: true }),
  },
  reopen: { command: contract.reopenCase, lead: t.reopenLead, fields: () => <Note /> },
  withdraw: { command: contract.withdrawCase, lead: t.withdrawLead, danger: true, fields: () => <Note optional /> },
} satisfies Record<string, Form>

export type FormAction = keyof typeof FORMS
export const isFormAction = (action: string | undefined): action is FormAction =>
  action !== undefined && action in FORMS

type ActionFormProps = { view: CaseView; doing: FormAction | undefined; onClose: () => void }

export function ActionForm({ view, doing, onClose }: ActionFormProps) {
  return doing ? <OpenForm key={doing} view={view} doing={doing} onClose={onClose} /> : null
}

function OpenForm({ view, doing, onClose }: ActionFormProps & { doing: FormAction }) {
  const form: Form = FORMS[doing]
  const send = useCall(form.command, CASE_QUERIES)
  return (
    <DrawerForm<Values>
      title={`${actionTexts[doing]()} · ${numberText(view.number)}`}
      lead={form.lead?.(view)}
      open
      onClose={onClose}
      submit={actionTexts[doing]()}
      danger={form.danger ?? false}
      initial={{ note: '', files: [] }}
      done={t.acted({ action: actionTexts[doing]() })}
      onSend={(values) =>
        send.mutateAsync({ id: view.id, ...withoutUnused(form.command, form.input?.(values) ?? values) })
      }
    >
      {form.fields(view)}
    </DrawerForm>
  )
}

/** Starting values of fields that this form does not have stay at home. */
const withoutUnused = (command: Command, values: Values): Values => {
  const shape = command.input.shape as Record<string, z.ZodType>
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => key in shape && value !== undefined))
}

function targetOf({ target, ...values }: Values): Values {
  const [kind, id] = String(target).split(' ')
  return { ...values, [kind === 'post' ? 'post' : 'organ']: id }
}

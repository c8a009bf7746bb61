import { useState } from 'react'
import { call, CallError } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import type { Photo } from '#ui/kit/photos.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { actionTexts } from '#ui/messages.ts'
import { post } from '#ui/outbox.ts'
import { queries } from '#ui/query.tsx'
import type { CaseView } from '../contract.ts'
import type { Action } from '../lifecycle.ts'
import { CHANGED } from './case-row.tsx'
import { EMPTY, type Form, FORMS, inputOf, missing, type Values } from './forms.ts'
import { caseTexts as t, hintTexts } from './messages.ts'
import { Asked } from './questions.tsx'

type Acting = { action: Action; of: CaseView; onClose: () => void }

/** One action as a sheet; its questions come from the table, and what it offers from the case. */
export function ActSheet({ action, of, onClose }: Acting) {
  const form = FORMS[action]
  return form ? <Act action={action} of={of} onClose={onClose} form={form} /> : null
}

function Act({ action, of, onClose, form }: Acting & { form: Form }) {
  const [values, setValues] = useState<Values>(EMPTY)
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const wrong = missing(form.asks, values)
  async function send() {
    if (wrong.length > 0) return setTried(true)
    setBusy(true)
    setError(null)
    try {
      toast(await sendAct(form, action, of, { values, photos }))
      onClose()
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
    }
    await Promise.all(CHANGED.map(({ name }) => queries.invalidateQueries({ queryKey: [name] })))
    setBusy(false)
  }
  const hint = action in hintTexts ? hintTexts[action as keyof typeof hintTexts]() : null
  return (
    <Sheet title={actionTexts[action]()} onClose={onClose}>
      {hint && <p className="quiet">{hint}</p>}
      {form.asks.map((ask) => (
        <Asked
          key={ask}
          ask={ask}
          of={of}
          values={values}
          onValues={(change) => setValues((was) => ({ ...was, ...change }))}
          photos={photos}
          onPhotos={setPhotos}
          wrong={tried && wrong.includes(ask)}
        />
      ))}
      <Failure error={error} />
      <Button wide busy={busy} onClick={() => void send()}>
        {actionTexts[action]()}
      </Button>
    </Sheet>
  )
}

type Filled = { values: Values; photos: readonly Photo[] }

/** Handling may happen where there is no signal: it goes through the outbox. Everything else wants an answer at once. */
async function sendAct(
  { command, asks }: Form,
  action: Action,
  of: CaseView,
  { values, photos }: Filled,
): Promise<string> {
  const input = inputOf(of.id, asks, { ...values, files: photos.map(({ id }) => id) })
  const done = t.done({ action: actionTexts[action]() })
  if (action !== 'handle') {
    await call(command, input)
    return done
  }
  const unsent = Object.fromEntries(photos.flatMap(({ id, data }) => (data ? [[id, data]] : [])))
  const outcome = await post(command, input, { title: `${actionTexts.handle()} · ${of.title}`, photos: unsent })
  if (outcome.state === 'refused') throw outcome.error
  return outcome.state === 'sent' ? done : t.keptOffline()
}

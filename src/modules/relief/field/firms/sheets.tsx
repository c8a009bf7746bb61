import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { listOrgans } from '#modules/people/contract.ts'
import { ancestorAt } from '#modules/places/contract.ts'
import { newId } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Choose, Picks, TextBox, TextField } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import {
  answerFirm,
  askForFirm,
  FIRM_NEEDS,
  FIRM_STATES,
  type FirmProblemView,
  listFirmProblems,
  listFirms,
  sayFirm,
} from '../../contract-firms.ts'
import { firmWords as w } from '../../parts/firm-messages.ts'
import type { Firm } from './firms.tsx'
import { fieldFirmTexts as t } from './messages.ts'

type Given = { firm: Firm | undefined; onClose: () => void }
const MOST = 200

type OrganFieldProps = {
  label: string
  place?: string
  kind: 'firm' | 'department'
  value: string
  onText: (id: string) => void
  error: string | undefined
}
function OrganField({ label, place, kind, value, onText, error }: OrganFieldProps) {
  const asked = useAsk(listOrgans, { kind, limit: MOST, ...(place ? { place } : {}) })
  const rows = asked.data?.rows ?? []
  return (
    <>
      <Choose
        label={label}
        value={value}
        onText={onText}
        error={error}
        choices={[
          { value: '', text: t.choose() },
          ...rows.map(({ id, name }) => ({ value: id as string, text: named(name) })),
        ]}
      />
      {kind === 'firm' && asked.data && rows.length === 0 && <p className="quiet">{w.noFirms()}</p>}
    </>
  )
}

/** How far a firm is; it stands at what was said last. */
export function SaySheet({ firm, onClose }: Given) {
  const [chosen, setChosen] = useState<string>(firm?.id ?? '')
  const [state, setState] = useState<string>(firm?.state ?? FIRM_STATES[0])
  const [count, setCount] = useState(firm ? String(firm.workers) : '')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const sending = useCall(sayFirm, [listFirms])
  const wrong = !/^\d{1,6}$/.test(count)
  const send = () => {
    const stands = FIRM_STATES.find((one) => one === state)
    if (wrong || !chosen || !stands) return setTried(true)
    sending.mutate(
      { firm: chosen as never, state: stands, workers: Number(count), note: note.trim() },
      { onSuccess: () => (toast(w.said()), onClose()) },
    )
  }
  return (
    <Sheet title={firm?.name ?? w.say()} onClose={onClose}>
      {!firm && (
        <OrganField
          label={w.firm()}
          kind="firm"
          value={chosen}
          onText={setChosen}
          error={tried && !chosen ? t.choose() : undefined}
        />
      )}
      <Picks
        label={w.state()}
        value={state}
        onText={setState}
        choices={FIRM_STATES.map((one) => ({ value: one, text: w[one]() }))}
      />
      <TextField
        label={w.count()}
        inputMode="numeric"
        maxLength={6}
        value={count}
        onText={(text) => setCount(text.trim())}
        error={tried && wrong ? t.countWrong() : undefined}
      />
      <TextBox label={w.note()} optional rows={2} maxLength={500} value={note} onText={setNote} />
      <Failure error={sending.error} />
      <Button wide busy={sending.isPending} onClick={send}>
        {w.say()}
      </Button>
    </Sheet>
  )
}

/** What a firm needs, and whose it is to answer. */
export function AskSheet({ firm, place, onClose }: Given & { place: string }) {
  const [chosen, setChosen] = useState<string>(firm?.id ?? '')
  const [kind, setKind] = useState<string>(FIRM_NEEDS[0])
  const [text, setText] = useState('')
  const [owner, setOwner] = useState('')
  const [tried, setTried] = useState(false)
  const sending = useCall(askForFirm, [listFirmProblems])
  const short = text.trim().length < 2
  const send = () => {
    const need = FIRM_NEEDS.find((one) => one === kind)
    if (short || !chosen || !owner || !need) return setTried(true)
    sending.mutate(
      { id: newId() as never, firm: chosen as never, kind: need, text: text.trim(), owner: owner as never },
      { onSuccess: () => (toast(w.asked()), onClose()) },
    )
  }
  const missing = (value: string) => (tried && !value ? t.choose() : undefined)
  return (
    <Sheet title={firm?.name ?? w.ask()} onClose={onClose}>
      <p className="quiet">{w.askLead()}</p>
      {!firm && <OrganField label={w.firm()} kind="firm" value={chosen} onText={setChosen} error={missing(chosen)} />}
      <Choose
        label={w.kind()}
        value={kind}
        onText={setKind}
        choices={FIRM_NEEDS.map((one) => ({ value: one, text: w[one]() }))}
      />
      <TextBox
        label={w.text()}
        rows={3}
        maxLength={500}
        value={text}
        onText={setText}
        error={tried && short ? t.missing() : undefined}
      />
      <OrganField
        label={w.owner()}
        kind="department"
        place={ancestorAt(place, 'county')}
        value={owner}
        onText={setOwner}
        error={missing(owner)}
      />
      <Failure error={sending.error} />
      <Button wide busy={sending.isPending} onClick={send}>
        {w.ask()}
      </Button>
    </Sheet>
  )
}

export function AnswerSheet({ of, onClose }: { of: FirmProblemView; onClose: () => void }) {
  const [answer, setAnswer] = useState('')
  const [solved, setSolved] = useState('no')
  const [tried, setTried] = useState(false)
  const sending = useCall(answerFirm, [listFirmProblems])
  const short = answer.trim().length < 2
  const send = () => {
    if (short) return setTried(true)
    sending.mutate(
      { id: of.id, answer: answer.trim(), solved: solved === 'yes' },
      { onSuccess: () => (toast(w.answered()), onClose()) },
    )
  }
  return (
    <Sheet title={of.firm.name} onClose={onClose}>
      <p>{of.text}</p>
      <TextBox
        label={w.answerText()}
        rows={3}
        maxLength={500}
        value={answer}
        onText={setAnswer}
        error={tried && short ? t.missing() : undefined}
      />
      <Picks
        label={w.isSolved()}
        value={solved}
        onText={setSolved}
        choices={[
          { value: 'no', text: w.notYet() },
          { value: 'yes', text: w.yes() },
        ]}
      />
      <Failure error={sending.error} />
      <Button wide busy={sending.isPending} onClick={send}>
        {w.answer()}
      </Button>
    </Sheet>
  )
}

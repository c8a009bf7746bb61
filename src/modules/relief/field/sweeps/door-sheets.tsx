import { useState } from 'react'
import { DAY_MS, dayOf, HOUR_MS, instant, startOfDay, systemClock } from '#kernel/clock.ts'
import { Button } from '#ui/kit/button.tsx'
import { Picks, TextBox } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { type DoorView, HELP, KNOCKS } from '../../contract-sweeps.ts'
import { doorWords } from '../../parts/door-messages.ts'
import { doorText, helpNames } from '../../parts/doors.ts'
import { helpWords } from '../../parts/help-messages.ts'
import { useSaying } from '../use-saying.ts'
import { sayFound, sayHelped } from './knocking.ts'
import { knockTexts as t } from './messages.ts'
import { Ticks } from './ticks.tsx'

type SheetProps = { door: DoorView; onClose: () => void }
type State = (typeof KNOCKS)[number]

/** What is not usual: help that is needed, who will not open and why, when to come again. */
export function FoundSheet({ door, onClose }: SheetProps) {
  const [state, setState] = useState<State>('reached')
  const [help, setHelp] = useState<DoorView['help']>([])
  const [note, setNote] = useState('')
  const [next, setNext] = useState('')
  const away = state === 'nobody' || state === 'refused'
  const found = { state, note: note.trim(), help: away ? [] : help, next: away && next ? next : null }
  const missing = state === 'refused' && note.trim() === ''
  const { busy, wrong, send } = useSaying(missing, () => sayFound(door, found), onClose)
  return (
    <Sheet title={t.sheet({ door: door.address })} onClose={onClose}>
      <Picks
        label={doorWords.result()}
        value={state}
        onText={(text) => setState(KNOCKS.find((one) => one === text) ?? state)}
        choices={KNOCKS.map((one) => ({ value: one, text: doorText(one) }))}
      />
      {!away && state !== 'moved' && (
        <Ticks
          label={doorWords.helpAsked()}
          held={help}
          onHeld={(held) => setHelp(HELP.filter((one) => held.includes(one)))}
          choices={HELP.map((one) => ({ value: one, text: helpWords[one]() }))}
        />
      )}
      {away && (
        <Picks label={doorWords.next()} hint={t.nextHint()} value={next} onText={setNext} choices={againChoices()} />
      )}
      <TextBox
        label={doorWords.remark()}
        optional={state !== 'refused'}
        rows={2}
        maxLength={500}
        value={note}
        onText={setNote}
        error={wrong ? t.needNote() : undefined}
      />
      <Button wide busy={busy} onClick={send}>
        {t.note()}
      </Button>
    </Sheet>
  )
}

/** Hours at which people are at home, as long as they lie ahead. */
function againChoices() {
  const now = systemClock.now()
  const today = startOfDay(dayOf(now))
  const at = (ms: number) => ({ value: instant(ms), ahead: ms > now })
  return [
    { value: '', text: t.never(), ahead: true },
    { ...at(today + 19 * HOUR_MS), text: t.tonight() },
    { ...at(today + DAY_MS + 9 * HOUR_MS), text: t.tomorrow() },
    { ...at(today + DAY_MS + 19 * HOUR_MS), text: t.tomorrowNight() },
  ].filter(({ ahead }) => ahead)
}

export function HelpedSheet({ door, onClose }: SheetProps) {
  const [what, setWhat] = useState('')
  const { busy, wrong, send } = useSaying(what.trim().length < 2, () => sayHelped(door, what.trim()), onClose)
  return (
    <Sheet title={t.giveHelpOf({ door: door.address, what: helpNames(door.help) })} onClose={onClose}>
      {door.note && <p className="quiet">{door.note}</p>}
      <TextBox
        label={doorWords.whatDone()}
        hint={doorWords.whatDoneHint()}
        rows={2}
        maxLength={500}
        value={what}
        onText={setWhat}
        error={wrong ? t.whatNeeded() : undefined}
      />
      <Button wide busy={busy} onClick={send}>
        {t.giveHelp()}
      </Button>
    </Sheet>
  )
}

import { useState } from 'react'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import { nearName } from '#modules/cases/parts/near.ts'
import type { EvacueeView } from '../contract-evacuation.ts'
import { movingWords } from '../parts/messages.ts'
import { nextOf, sayText, stateText, staysHome, TONE_OF_STATE } from '../parts/states.ts'
import { type Sayable, sayOf } from './bringing.ts'
import { bringTexts as t } from './messages.ts'
import { useUnheard } from './sending.ts'
import { sendingTexts } from './sending-messages.ts'
import { WordSheet } from './word-sheet.tsx'

/** One door: where they live, where they go, and of each how far; one tap for each or for all of them. */
export function Door({ people, me }: { people: readonly EvacueeView[]; me: string }) {
  const [first] = people
  const [busy, setBusy] = useState(false)
  if (!first) return null
  const say = async (whom: readonly EvacueeView[], state: Sayable): Promise<void> => {
    setBusy(true)
    await sayOf(whom, state)
    setBusy(false)
  }
  const together = nextOfAll(people)
  return (
    <Card>
      <div>
        <h2 className="relief-address">{first.address || nearName(first.placeName)}</h2>
        <p className="quiet">
          {[
            first.shelter ? t.to({ name: first.shelter.name }) : t.noShelter(),
            nearName(first.placeName),
            first.escort && first.escort.name !== me && t.brings({ name: first.escort.name }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <ul className="relief-door">
        {people.map((one) => (
          <Person key={one.id} one={one} busy={busy} onSay={(state) => void say([one], state)} />
        ))}
      </ul>
      {together && people.length > 1 && (
        <Button wide busy={busy} onClick={() => void say(people, together)}>
          {t.all({ count: people.length, act: sayText(together) })}
        </Button>
      )}
    </Card>
  )
}

/** The step that everybody behind the door is at; whoever refuses is talked to alone. */
function nextOfAll(people: readonly EvacueeView[]): Sayable | undefined {
  const steps = new Set(people.map((one) => (one.state === 'refused' ? undefined : nextOf(one))))
  return steps.size === 1 ? [...steps][0] : undefined
}

const allowedText = (one: EvacueeView): string | false =>
  (staysHome(one) && movingWords.stays()) || (one.returnAllowed && one.state === 'arrived' && movingWords.allowed())

type PersonProps = { one: EvacueeView; busy: boolean; onSay: (state: Sayable) => void }
function Person({ one, busy, onSay }: PersonProps) {
  const [open, setOpen] = useState(false)
  const now = useNow()
  const unheard = useUnheard()
  const next = nextOf(one)
  const { name, age, phoneMasked } = one.person
  const said = unheard.has(one.id) ? sendingTexts.waiting() : one.saidAt && moment(one.saidAt, now)
  return (
    <li>
      <div className="relief-person">
        <p>
          <strong>{name}</strong>{' '}
          <span className="quiet">
            {[age !== null && movingWords.aged({ age }), phoneMasked].filter(Boolean).join(' · ')}
          </span>
        </p>
        <p className="relief-stands">
          <State tone={TONE_OF_STATE[one.state]} text={stateText(one.state)} />
          <span className="quiet">{[said, allowedText(one), one.note].filter(Boolean).join(' · ')}</span>
        </p>
      </div>
      <div className="buttons">
        {next && (
          <Button look="soft" busy={busy} onClick={() => onSay(next)}>
            {sayText(next)}
            <span className="unseen"> {name}</span>
          </Button>
        )}
        {one.can.length > 0 && (
          <Button look="plain" onClick={() => setOpen(true)}>
            {t.other()}
            <span className="unseen"> {name}</span>
          </Button>
        )}
      </div>
      {open && <WordSheet one={one} onClose={() => setOpen(false)} />}
    </li>
  )
}

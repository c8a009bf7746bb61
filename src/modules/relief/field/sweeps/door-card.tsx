import { useState } from 'react'
import { nearName } from '#modules/cases/parts/near.ts'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import type { DoorView } from '../../contract-sweeps.ts'
import { doorWords } from '../../parts/door-messages.ts'
import { doorText, helpText, isLeft, TONE_OF_DOOR } from '../../parts/doors.ts'
import { useUnheard } from '../sending.ts'
import { sendingTexts } from '../sending-messages.ts'
import { FoundSheet, HelpedSheet } from './door-sheets.tsx'
import { sayFound } from './knocking.ts'
import { knockTexts as t } from './messages.ts'

/** One door: what is known of it, and one tap for what is usual. */
export function DoorCard({ door }: { door: DoorView }) {
  const { address, placeName, headName, state, help, helped, note, can } = door
  const [sheet, setSheet] = useState<'found' | 'helped'>()
  const tries = useTries(door)
  const close = () => setSheet(undefined)
  const name = <span className="unseen"> {address}</span>
  return (
    <Card>
      <div className="sweep-door">
        <h2 className="relief-address">{address}</h2>
        <State tone={TONE_OF_DOOR[state]} text={doorText(state)} />
        <p className="quiet">{[headName, nearName(placeName), tries].filter(Boolean).join(' · ')}</p>
        {help.length > 0 && (
          <p>
            <State
              tone={helped ? 'done' : 'late'}
              text={helped ? doorWords.helped({ what: helped.what }) : helpText(help)}
            />
          </p>
        )}
        {note && <p>{note}</p>}
      </div>
      <div className="buttons">
        {can.includes('help') && (
          <Button look="soft" onClick={() => setSheet('helped')}>
            {t.giveHelp()}
            {name}
          </Button>
        )}
        {can.includes('knock') && isLeft(door) && (
          <>
            <Button look="soft" onClick={() => void sayFound(door, { state: 'reached' })}>
              {t.met()}
              {name}
            </Button>
            <Button look="plain" onClick={() => void sayFound(door, { state: 'nobody' })}>
              {t.nobody()}
              {name}
            </Button>
          </>
        )}
        {can.includes('knock') && (
          <Button look="plain" onClick={() => setSheet('found')}>
            {t.other()}
            {name}
          </Button>
        )}
      </div>
      {sheet === 'found' && <FoundSheet door={door} onClose={close} />}
      {sheet === 'helped' && <HelpedSheet door={door} onClose={close} />}
    </Card>
  )
}

/** When somebody was there last, how often, and when to come again. */
function useTries({ id, saidAt, tries, next }: DoorView): string | null {
  const now = useNow()
  const unheard = useUnheard()
  if (unheard.has(id)) return sendingTexts.waiting()
  if (!saidAt) return null
  return [
    moment(saidAt, now),
    tries > 1 && doorWords.tries({ count: tries }),
    next && t.next({ when: moment(next, now) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

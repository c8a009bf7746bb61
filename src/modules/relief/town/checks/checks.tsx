import Flame from 'lucide-react/icons/flame'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Facts, Note, Part } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useAsk } from '#ui/query.tsx'
import { reliefMine } from '../../contract-mine.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { lineText, reasonText, TONE_OF_LINE } from '../../parts/checks.ts'
import { minuteText } from '../../parts/minute.ts'
import { DisputeSheet } from './dispute-sheet.tsx'
import { EndedLists } from './ended.tsx'
import { ownListTexts as t } from './messages.ts'
import './checks.css'

export type OwnLine = OutputOf<typeof reliefMine>['lines'][number]

/** On which lists I am, whose they are, why, until when, and what I say against it; and what is left of lists that are over. */
export function OwnLists() {
  const asked = useAsk(reliefMine, {}, { everyMs: 60_000 })
  return (
    <Screen title={t.title()} up="/">
      <Answered asked={asked} rows={3}>
        {({ lines }) => (
          <>
            {lines.length === 0 && (
              <Card>
                <Empty icon={<ShieldCheck aria-hidden />} text={t.none()}>
                  <p className="quiet">{t.noneSub()}</p>
                </Empty>
              </Card>
            )}
            {lines.map((line) => (
              <OneLine key={line.id} line={line} />
            ))}
            {lines.length > 0 && <p className="quiet">{t.seen()}</p>}
          </>
        )}
      </Answered>
      <Part title={t.ended()}>
        <EndedLists />
      </Part>
    </Screen>
  )
}

function OneLine({ line }: { line: OwnLine }) {
  const [open, setOpen] = useState(false)
  const { title, source, sourceNumber, purpose, basis, reason, evidence, until, state, struck, can } = line
  return (
    <Card>
      <div className="own-list-head">
        <h2>{title}</h2>
        <State tone={struck ? 'void' : TONE_OF_LINE[state]} text={struck ? t.struck() : lineText(state)} />
      </div>
      <Note tone="soon" icon={<Flame aria-hidden />}>
        <p>{checkWords.dies({ when: minuteText(until) })}</p>
      </Note>
      <Facts
        rows={[
          [t.why(), reasonText(reason)],
          [t.evidence(), evidence],
          [checkWords.source(), checkWords.sourceOf({ source, number: sourceNumber })],
          [checkWords.purpose(), purpose],
          [checkWords.basis(), basis],
        ]}
      />
      <Dispute line={line} />
      {can.includes('dispute') && (
        <Button look="soft" wide onClick={() => setOpen(true)}>
          {t.dispute()}
        </Button>
      )}
      {open && <DisputeSheet line={line} onClose={() => setOpen(false)} />}
    </Card>
  )
}

const Dispute = ({ line: { disputed, disputeAnswer } }: { line: OwnLine }) =>
  disputed !== null && (
    <Note tone="rights" icon={null} title={t.said({ text: disputed })}>
      <p>{disputeAnswer ? t.answer({ text: disputeAnswer }) : t.waiting()}</p>
    </Note>
  )

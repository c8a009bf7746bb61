import CircleCheckBig from 'lucide-react/icons/circle-check-big'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import OctagonX from 'lucide-react/icons/octagon-x'
import { Button } from '#ui/kit/button.tsx'
import { Card, Facts } from '#ui/kit/card.tsx'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import { passWords } from '../../parts/pass-messages.ts'
import { codeText } from '../../parts/pass.ts'
import { checkpointTexts as t } from './messages.ts'
import type { Verdict } from './verdict.ts'
import './checkpoint.css'

export const TONE_OF_VERDICT = { goes: 'done', stops: 'late', unknown: 'soon' } as const
const ICONS = { goes: CircleCheckBig, stops: OctagonX, unknown: CircleQuestionMark }

/** To be read from two steps away: a colour, a shape and a word; under it what to compare. */
export function Told({ verdict, onNext }: { verdict: Verdict; onNext: () => void }) {
  const now = useNow()
  const Icon = ICONS[verdict.says]
  return (
    <Card flush>
      <div className={`verdict ${verdict.says}`}>
        <Icon aria-hidden />
        <p className="verdict-word">{t[verdict.says]()}</p>
        <p>{verdict.says === 'goes' ? passWords[verdict.pass.reason]() : verdict.why}</p>
      </div>
      <div className="verdict-rest">
        {verdict.says === 'goes' && (
          <Facts
            rows={[
              [t.holder(), verdict.pass.name ?? t.noHolder()],
              ...(verdict.pass.plate ? [[t.plate(), verdict.pass.plate] as const] : []),
              [t.to(), verdict.pass.placeName],
              [t.until(), moment(verdict.pass.until, now)],
            ]}
          />
        )}
        <p className="quiet">{codeText(verdict.code)}</p>
        <Button wide onClick={onNext}>
          {t.next()}
        </Button>
      </div>
    </Card>
  )
}

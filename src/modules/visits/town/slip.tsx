import { ask } from '#ui/call.ts'
import { Card } from '#ui/kit/card.tsx'
import { PaperForm } from '#ui/kit/paper-form.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { goTo } from '#ui/route.tsx'
import { followVisit } from '../contract.ts'
import { plainCode, visitNumberText } from '../parts/number.ts'
import { slipTexts as t } from './messages.ts'

/** For whoever has the card and no camera: number and code as they are printed, typed off. */
export const TypedSlip = () => (
  <Screen title={t.title()} up="/">
    <p className="quiet">{t.lead()}</p>
    <Card>
      <PaperForm
        says={t}
        numberHint={t.numberHint({ example: visitNumberText('26000001234') })}
        numeric
        capitals="characters"
        read={({ number, secret }) => ({ number: number.replace(/\D/g, ''), secret: plainCode(secret) })}
        find={async ({ number, secret }) => {
          await ask(followVisit, { number, secret })
          goTo(`/visit/${number}#${secret}`)
        }}
      />
    </Card>
    <p className="quiet">{t.lost()}</p>
  </Screen>
)

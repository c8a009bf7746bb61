import { named } from '#kernel/messages.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { newId } from '#ui/call.ts'
import { Answered, Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Facts } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { type ConsentId, giveConsent, listPurposes, myConsents, withdrawConsent } from '../contract.ts'
import type { z } from 'zod'
import { basisText, keepText } from './basis.ts'
import { purposeTexts as t } from './messages.ts'

type Purpose = OutputOf<typeof listPurposes>['rows'][number]

/** Why data are processed; what rests on consent can be given and taken back here, equally easily. */
export function Purposes({ signedIn }: { signedIn: boolean }) {
  const asked = useAsk(listPurposes, {})
  return (
    <Screen title={t.title()} up="/me">
      <p className="quiet">{t.hint()}</p>
      <Answered asked={asked}>
        {({ rows }) =>
          rows.map((purpose) => (
            <Card key={purpose.key}>
              <h2 className="row-title">{named(purpose.name)}</h2>
              <p>{named(purpose.what)}</p>
              <Facts
                rows={[
                  [t.basis(), basisText(purpose.basis)],
                  [t.law(), purpose.law],
                  [t.keep(), keepText(purpose.keep)],
                ]}
              />
              {purpose.basis === 'consent' && <Consenting purpose={purpose} signedIn={signedIn} />}
            </Card>
          ))
        }
      </Answered>
    </Screen>
  )
}

function Consenting({ purpose, signedIn }: { purpose: Purpose; signedIn: boolean }) {
  const now = useNow()
  const mine = useAsk(myConsents, {}, { when: signedIn })
  const give = useCall(giveConsent, [myConsents])
  const withdraw = useCall(withdrawConsent, [myConsents])
  if (!signedIn) return <p className="quiet">{t.signIn()}</p>
  const given = mine.data?.rows.find((one) => one.purpose === purpose.key && one.withdrawnAt === null)
  return (
    <>
      <State
        tone={given ? 'done' : 'void'}
        text={given ? t.given({ when: moment(given.givenAt, now) }) : t.notGiven()}
      />
      <Failure error={give.error ?? withdraw.error} />
      {given ? (
        <Button
          look="plain"
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ id: given.id }, { onSuccess: () => toast(t.took()) })}
        >
          {t.withdraw()}
        </Button>
      ) : (
        <Button
          look="soft"
          busy={give.isPending}
          onClick={() => give.mutate({ id: newId() as Id, purpose: purpose.key }, { onSuccess: () => toast(t.gave()) })}
        >
          {t.give()}
        </Button>
      )}
    </>
  )
}
type Id = z.infer<typeof ConsentId>

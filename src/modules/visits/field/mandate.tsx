import { useState } from 'react'
import { dayOf, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { Answered, Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Choose } from '#ui/kit/field.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { goBack } from '#ui/route.tsx'
import { aDoor } from '../contract.ts'
import { type Mandate, witnessMandate } from '../contract-mandates.ts'
import { isWhole, MandateFields, type MandateForm } from '../parts/mandate-fields.tsx'
import { mandateTexts as t } from './messages.ts'

/** Signed on paper before the worker, for somebody who has no phone. */
export function MandatePage({ household }: { household: string }) {
  const asked = useAsk(aDoor, { household })
  const [person, setPerson] = useState('')
  const [form, setForm] = useState<MandateForm>({
    name: '',
    phone: '',
    matters: ['see', 'promises'] as Mandate['matters'],
    until: dayOf(systemClock.now() + 180 * 86_400_000),
  })
  const [tried, setTried] = useState(false)
  const sending = useCall(witnessMandate)
  const up = `/door/${household}`
  const send = (first: string) => {
    if (!isWhole(form)) return setTried(true)
    sending.mutate(
      { id: newId() as never, person: person || first, ...form },
      { onSuccess: () => (toast(t.saved()), goBack(up)) },
    )
  }
  return (
    <Answered asked={asked} rows={4}>
      {({ members }) => (
        <Screen
          title={t.title()}
          up={up}
          dock={
            <Button busy={sending.isPending} onClick={() => send(members[0]?.id ?? '')}>
              {t.save()}
            </Button>
          }
        >
          <p className="quiet">{t.lead()}</p>
          <Card>
            <Choose
              label={t.who()}
              value={person || (members[0]?.id ?? '')}
              onText={setPerson}
              choices={members.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <MandateFields form={form} onForm={setForm} tried={tried} />
          </Card>
          <Failure error={sending.error} />
        </Screen>
      )}
    </Answered>
  )
}

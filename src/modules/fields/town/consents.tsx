import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { type ConsentId, giveConsent, listPurposes, myConsents, withdrawConsent } from '#modules/consents/contract.ts'
import type { z } from 'zod'
import { newId } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { consentFor, myData, type Needed, withdrawFor } from '../contract-contests.ts'
import { fieldWords } from '../parts/messages.ts'
import { PaperSheet } from '../parts/paper-sheet.tsx'
import { paperTexts } from '../parts/paper-messages.ts'
import { useRegistry } from '../parts/value.ts'
import { mineTexts as t } from './messages.ts'

/** 单独同意: illness, disability and whatever is about a child; given and taken back with one tap each. */
export function Consents({ needed }: { needed: readonly Needed[] }) {
  if (needed.length === 0) return null
  return (
    <Part title={t.consents()}>
      <p className="quiet">{t.consentsHint()}</p>
      {needed.map((one) => (
        <OneConsent key={`${one.person} ${one.purpose}`} needed={one} />
      ))}
    </Part>
  )
}

const CHILD = 'minor_care'
type Id = z.infer<typeof ConsentId>

function OneConsent({ needed }: { needed: Needed }) {
  const now = useNow()
  const registry = useRegistry()
  const purposes = useAsk(listPurposes, {})
  const purpose = purposes.data?.rows.find(({ key }) => key === needed.purpose)
  const { give, take, busy, error } = useConsenting(needed)
  const name = purpose ? named(purpose.name) : needed.purpose
  return (
    <Card>
      <h3 className="row-title">
        {needed.purpose === CHILD ? t.forChild({ name: needed.name, purpose: name }) : name}
      </h3>
      {purpose && <p>{named(purpose.what)}</p>}
      <p className="quiet">{t.fields({ fields: needed.fields.map(registry.name).join(fieldWords.comma()) })}</p>
      <State
        tone={needed.given ? 'done' : 'void'}
        text={needed.given ? t.given({ when: moment(needed.given.at, now) }) : t.notGiven()}
      />
      {needed.given?.paper && <OnPaper id={needed.given.id} />}
      <Failure error={error} />
      {needed.given ? (
        <Button look="plain" busy={busy} onClick={take}>
          {t.take()}
        </Button>
      ) : (
        <Button look="soft" busy={busy} onClick={give}>
          {t.give()}
        </Button>
      )}
    </Card>
  )
}

/** Entered by somebody of staff: what was signed can be looked at. */
function OnPaper({ id }: { id: string }) {
  const [seen, setSeen] = useState(false)
  return (
    <>
      <p className="quiet">{paperTexts.onPaper()}</p>
      <Button look="plain" onClick={() => setSeen(true)}>
        {paperTexts.see()}
      </Button>
      {seen && <PaperSheet id={id} onClose={() => setSeen(false)} />}
    </>
  )
}

/** For oneself by consents, for a child by this slice, which knows who its guardians are. */
function useConsenting({ person, purpose, given }: Needed) {
  const refresh = [myData, myConsents]
  const own = { give: useCall(giveConsent, refresh), take: useCall(withdrawConsent, refresh) }
  const child = { give: useCall(consentFor, refresh), take: useCall(withdrawFor, refresh) }
  const ofChild = purpose === CHILD
  const gave = { onSuccess: () => toast(t.gave()) }
  const took = { onSuccess: () => toast(t.took()) }
  return {
    give: () =>
      ofChild
        ? child.give.mutate({ id: newId(), child: person, purpose }, gave)
        : own.give.mutate({ id: newId() as Id, purpose }, gave),
    take: () =>
      ofChild
        ? child.take.mutate({ id: given?.id ?? '' }, took)
        : own.take.mutate({ id: (given?.id ?? '') as Id }, took),
    busy: [own.give, own.take, child.give, child.take].some(({ isPending }) => isPending),
    error: own.give.error ?? own.take.error ?? child.give.error ?? child.take.error,
  }
}

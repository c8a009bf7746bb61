import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { type Consent, consentWithdrawn, giveConsent, withdrawConsent } from './contract.ts'
import { restsOnConsent } from './rules.ts'
import { type Given, insertGiven, lockGiven, setWithdrawn } from './store.ts'

const shown = ({ person: _person, ...consent }: Given): Consent => consent as Consent

export const give = handler(giveConsent, {
  load: (ctx) => Promise.resolve({ person: ctx.actor.person }),
  allow: { permission: 'consents.give', where: ({ person }, { id }) => ({ person, subject: id }) },
  async handle(ctx, { id, purpose }, { person }) {
    if (!person) refuse('forbidden')
    if (!restsOnConsent(purpose)) refuse('invalid', { problems: [{ path: 'purpose', problem: 'not_by_consent' }] })
    const given: Given = { id, person, purpose, givenAt: instant(ctx.now), withdrawnAt: null }
    if (!(await insertGiven(ctx.tx, given))) refuse('already', { purpose })
    return shown(given)
  },
})

export const withdraw = handler(withdrawConsent, {
  load: async (ctx, { id }) => (await lockGiven(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'consents.withdraw', where: ({ person }, { id }) => ({ person, subject: id }) },
  async handle(ctx, { id }, found) {
    if (found.withdrawnAt) refuse('already', { withdrawnAt: found.withdrawnAt })
    await setWithdrawn(ctx.tx, id, ctx.now)
    ctx.emit(consentWithdrawn, found.person, null, { person: found.person, purpose: found.purpose })
    return shown({ ...found, withdrawnAt: instant(ctx.now) })
  },
})

import { answer } from '#kernel/ask.ts'
import { refuse } from '#kernel/errors.ts'
import { type Consent, listPurposes, myConsents } from './contract.ts'
import { PURPOSES } from './messages.ts'
import { listGiven } from './store.ts'

export const purposes = answer(listPurposes, {
  permission: 'consents.purposes',
  run: () => Promise.resolve({ rows: [...PURPOSES] }),
})

export const mine = answer(myConsents, {
  permission: 'consents.mine',
  async run(ctx) {
    const rows = await listGiven(ctx.tx, ctx.actor.person ?? refuse('forbidden'))
    return { rows: rows.map(({ person: _person, ...consent }) => consent as Consent) }
  },
})

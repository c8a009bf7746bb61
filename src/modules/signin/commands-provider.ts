import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { postsOf } from '#modules/posts/api.ts'
import { withProvider } from './contract.ts'
import { openSession } from './opening.ts'
import { plainPhone } from './rules.ts'
import { staffByLogin, staffByPhone } from './store-credentials.ts'

/** Only the server itself sends this, as the system. Nobody becomes staff by it: the person must hold a post today. */
export const signInByProvider = handler(withProvider, {
  async load({ tx, now }, { claim, value }) {
    const day = dayOf(now)
    const person = await (claim === 'phone_number' ? staffByPhone(tx, plainPhone(value), day) : staffByLogin(tx, value))
    const held = person === undefined ? [] : await postsOf(tx, person, day)
    return person !== undefined && held.length > 0
      ? person
      : refuse('wrong_credentials', { provider: 'unknown_person' })
  },
  allow: { permission: 'signin.provider', where: (person) => ({ person }) },
  keepsAnswer: false,
  handle: (ctx, _input, person) => openSession(ctx, person, 'oidc'),
})

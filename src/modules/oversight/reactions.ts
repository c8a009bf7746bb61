import { millis, minuteOf } from '#kernel/clock.ts'
import type { PayloadOf } from '#kernel/contract.ts'
import type { Reaction, ReactionContext } from '#kernel/platform.ts'
import { looksDisclosed } from '#modules/consents/contract-disclosure.ts'
import { glassBroken } from '#modules/consents/contract-glass.ts'
import { notify } from '#modules/notices/api.ts'

/** Somebody sees more of a person than he otherwise may: the person knows at once. */
const tellOfGlass = (ctx: ReactionContext, { glass, person, office, until, place }: PayloadOf<typeof glassBroken>) =>
  notify(ctx, {
    to: { person },
    kind: 'glass_broken',
    params: { office, until: minuteOf(millis(until)) },
    subject: glass,
    urgent: true,
    place,
  })

const tellOfDisclosure = (ctx: ReactionContext, { person, office, place }: PayloadOf<typeof looksDisclosed>) =>
  notify(ctx, { to: { person }, kind: 'looks_disclosed', params: { office }, subject: null, urgent: false, place })

export const reactions: [string, Reaction][] = [
  [glassBroken.name, tellOfGlass],
  [looksDisclosed.name, tellOfDisclosure],
]

import type { PayloadOf } from '#kernel/contract.ts'
import type { ReactionContext } from '#kernel/platform.ts'
import { contactOf } from '#modules/people/api.ts'
import type { codeAsked, passwordSet } from './contract.ts'
import { signinTexts } from './messages.ts'
import { hashPassword } from './password.ts'
import { CODE } from './rules.ts'
import { phoneOf, putHash } from './store-codes.ts'
import { newCode } from './token.ts'

/**
 * Makes the code and sends it in one go. When the sending fails nothing is kept and the relay tries again with a new code;
 * when the commit fails after it, the code that arrived is not good and another one follows. Too late, and it is dropped.
 */
export async function sendOneTimeCode(
  { tx, now, platform }: ReactionContext,
  { code: id }: PayloadOf<typeof codeAsked>,
): Promise<void> {
  const phone = await phoneOf(tx, id, now)
  if (phone === undefined) return
  const code = newCode()
  await putHash(tx, id, await hashPassword(code))
  await platform.ports.sms.send(phone, signinTexts.codeSms({ code, minutes: CODE.goodForSeconds / 60 }))
}

/** Whose password was set by somebody else hears of it at once, by a way that the password does not open. */
export async function tellPasswordSet(
  { tx, platform }: ReactionContext,
  { person }: PayloadOf<typeof passwordSet>,
): Promise<void> {
  const contact = await contactOf(tx, person)
  if (contact?.phone) await platform.ports.sms.send(contact.phone, signinTexts.passwordSetSms())
}

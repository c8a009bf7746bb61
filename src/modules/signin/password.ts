import { hash, verify } from '@node-rs/argon2'
import { randomUUID } from 'node:crypto'

/** argon2id, the parameters that OWASP recommends first: 19 MiB, 2 passes, 1 lane; about 15 ms off the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const SAID = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

/** Made at the start, so that not even the first stranger's wait tells anything. */
const decoy = hashPassword(randomUUID())

/** Against no hash it does the same work and says no: an unknown login takes as long as a wrong password. */
export async function isRight(known: string | undefined, typed: string): Promise<boolean> {
  const right = await verify(known ?? (await decoy), typed)
  return right && known !== undefined
}

/** Made with other parameters than today's: hash it again at the next sign-in, when the password is at hand. */
export const isOutdated = (known: string): boolean => !known.startsWith(SAID)

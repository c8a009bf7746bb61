import type { Protected } from '#kernel/policies.ts'
import type { Slice } from '#kernel/slice.ts'
import { askForOneTimeCode, signInWithCode } from './commands-code.ts'
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from './commands-factor.ts'
import { changeOwnPassword, setPasswordOf, signInWithPassword } from './commands-password.ts'
import { signInByProvider } from './commands-provider.ts'
import { actInAnotherPost, clearOldRows, endOwnSession, revokeOwnSession } from './commands-session.ts'
import { codeAsked, passwordSet } from './contract.ts'
import { grants } from './grants.ts'
import { clearing } from './jobs.ts'
import { mySelf, mySessions, offeredWays } from './queries.ts'
import { sendOneTimeCode, tellPasswordSet } from './reactions.ts'
import { retention } from './retention.ts'

/** Rows have no place: '' lies only in the range of the acts that reach everything, which signing in itself is. */
const own = (table: Protected['table'], ...permissions: string[]): Protected => ({
  table,
  permissions,
  place: `''`,
  person: 'person',
})

export const slice: Slice = {
  name: 'signin',
  handlers: [
    signInWithPassword,
    askForOneTimeCode,
    signInWithCode,
    signInByProvider,
    endOwnSession,
    actInAnotherPost,
    revokeOwnSession,
    changeOwnPassword,
    setPasswordOf,
    beginSecondFactor,
    confirmSecondFactor,
    endSecondFactor,
    clearOldRows,
  ],
  answers: [mySelf, mySessions, offeredWays],
  grants,
  reactions: [
    [codeAsked.name, sendOneTimeCode],
    [passwordSet.name, tellPasswordSet],
  ],
  jobs: [clearing],
  protects: [
    own('signin.credential', 'signin.changePassword'),
    own('signin.second_factor', 'signin.startSecondFactor'),
    own('signin.session', 'signin.sessions', 'signin.revoke', 'signin.actAs'),
    { table: 'signin.code', permissions: [], place: `''` },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}

/** The password that was just typed to sign in, for the moment until the store of this person is locked by it. */
let typed: string | undefined

export const rememberTyped = (password: string): void => void (typed = password)

export function takeTyped(): string | undefined {
  const taken = typed
  typed = undefined
  return taken
}

/**
 * Life cycles as data: the server refuses from the table, screens draw their buttons from it, and the documents print it.
 * `{ received: { assign: 'assigned' }, … }`: state -> action -> next state.
 */
export type Machine<State extends string, Action extends string> = Record<State, Partial<Record<Action, State>>>

export const next = <S extends string, A extends string>(machine: Machine<S, A>, state: S, action: A): S | undefined =>
  machine[state][action]

export const actionsIn = <S extends string, A extends string>(machine: Machine<S, A>, state: S): A[] =>
  Object.keys(machine[state]) as A[]

/** As a Markdown table, so that the document can be printed and diffed. */
export function printMachine(machine: Machine<string, string>): string {
  const rows = Object.entries(machine).flatMap(([state, moves]) =>
    Object.entries(moves).map(([action, to]) => `| ${state} | ${action} | ${to ?? ''} |`),
  )
  return ['| state | action | next |', '|---|---|---|', ...rows].join('\n')
}

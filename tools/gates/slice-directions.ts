/** Inside a slice: console, field, town -> contract <- rules <- commands, queries, reactions -> store -> kernel. */
export type Side = { path?: string | string[]; pathNot?: string | string[] } & Record<string, unknown>
export type Rule = { name: string; severity: 'error'; comment: string; from: Side; to: Side }

const SLICE = '^src/modules/[^/]+/'
// dependency-cruiser refuses a repetition inside a repetition, hence the two endings.
const named = (names: string): string => String.raw`${SLICE}(${names})(\.|-[^/]+\.)ts$`

export const TESTS = String.raw`\.test\.tsx?$`
export const SCREENS = `${SLICE}(console|field|town|parts)/`
export const PURE = named('contract|rules|levers|grants|messages')
const STORE = String.raw`${SLICE}(store\.|store-[^/]+\.|[^/]+\.store\.)ts$`
const DOERS = named('commands|queries|reactions|jobs|api|slice')
const DECISIONS = named('rules|levers|grants')

/** Tests are free: they may plant, look and tamper. */
export function rule(name: string, comment: string, from: Side, to: Side): Rule {
  const spared = [TESTS, ...[from.pathNot ?? []].flat()]
  return { name, severity: 'error', comment, from: { ...from, pathNot: spared }, to }
}

const SQL = String.raw`^src/kernel/sql\.ts$`
const DRIVER = 'node_modules/postgres/'

export const insideASlice: Rule[] = [
  rule('screens-decide-nothing', 'know contracts, not rules', { path: SCREENS }, { path: [STORE, DOERS, DECISIONS] }),
  rule('contract-first', 'contracts know no rules', { path: named('contract|messages') }, { path: DECISIONS }),
  rule('pure-below', 'what is pure knows nobody who acts', { path: PURE }, { path: [STORE, DOERS] }),
  rule('store-below', 'a store knows nobody who decides', { path: STORE }, { path: DOERS }),
  rule('stores-query', 'nobody else does', { path: '^src/', pathNot: [STORE, '^src/kernel/'] }, { path: SQL }),
  rule('driver', 'the kernel holds it', { path: '^src/', pathNot: '^src/(kernel|engines)/' }, { path: DRIVER }),
]

/** Slices meet only through contract, api, parts, messages and events, and only those that boundaries.ts lists. */
export function meets([slice, others]: [string, readonly string[]]): Rule {
  const door = String.raw`((contract|api|messages|events)(\.|-[^/]+\.)ts$|parts/)`
  const open = others.map((other) => `^src/modules/${other}/${door}`)
  const to = { path: '^src/modules/', pathNot: [`^src/modules/${slice}/`, ...open] }
  return rule(`meets-${slice}`, `knows ${others.join(', ') || 'nobody'}`, { path: `^src/modules/${slice}/` }, to)
}

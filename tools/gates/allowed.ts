/** What a gate may leave alone, each with its reason. An entry that excuses nothing any more is itself a fault. */
export type Allowed = { gate: string; file: string; why: string }

export const ALLOWED: readonly Allowed[] = []

export function excuse(gate: string, faults: readonly string[], allowed: readonly Allowed[] = ALLOWED): string[] {
  const mine = allowed.filter((entry) => entry.gate === gate)
  const covers = (entry: Allowed, fault: string): boolean =>
    entry.file.endsWith('/') ? fault.startsWith(entry.file) : fault.startsWith(`${entry.file}:`)
  const idle = mine.filter((entry) => !faults.some((fault) => covers(entry, fault)))
  return [
    ...faults.filter((fault) => !mine.some((entry) => covers(entry, fault))),
    ...idle.map((entry) => `tools/gates/allowed.ts:1: ${gate} needs no excuse for ${entry.file} any more`),
  ]
}

import { type Allowed, ALLOWED, excuse } from './allowed.ts'
import { type Gate, PROJECT, type Verdict } from './tree.ts'

type Terms = { root?: string; allowed?: readonly Allowed[]; mayBeEmpty?: boolean }

/** A gate fails by what it finds, by breaking, and by having looked at nothing: then it guards nothing. */
export async function examine(name: string, gate: Gate, terms: Terms = {}): Promise<Verdict> {
  const { root = PROJECT, allowed = ALLOWED, mayBeEmpty = false } = terms
  try {
    const { looked, faults } = await gate(root)
    const left = excuse(name, faults, allowed)
    return { looked, faults: looked > 0 || mayBeEmpty ? left : [...left, 'looked at nothing'] }
  } catch (error) {
    return { looked: 0, faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}

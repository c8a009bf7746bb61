import { GATES } from './gates/all.ts'
import { excuse } from './gates/allowed.ts'
import { type Gate, PROJECT } from './gates/tree.ts'
import { PRINTED } from './printed.ts'

/** `npm run check` runs every gate and shows all they find; `npm run check -- lint words` runs those two. */
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in GATES))
const chosen = Object.entries(GATES).filter(([name]) => asked.length === 0 || asked.includes(name))
let failures = unknown.length

for (const name of unknown) console.log(`${name}: no such gate; there are ${Object.keys(GATES).join(', ')}`)
for (const [name, gate] of chosen) {
  const started = performance.now()
  const { looked, faults } = await look(name, gate)
  const empty = looked === 0 && !(name === 'printed' && PRINTED.length === 0)
  const told = empty ? [...faults, 'looked at nothing'] : faults
  if (told.length > 0) failures += 1
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${name.padEnd(14)} ${told.length > 0 ? 'FAILED' : 'ok    '} ${String(looked).padStart(5)} looked at ${seconds.padStart(5)} s`,
  )
  for (const fault of told) console.log(`    ${fault}`)
}
console.log(failures > 0 ? `${failures} of ${chosen.length} gates failed` : `${chosen.length} gates passed`)
process.exitCode = failures > 0 ? 1 : 0

async function look(name: string, gate: Gate): Promise<{ looked: number; faults: string[] }> {
  try {
    const { looked, faults } = await gate(PROJECT)
    return { looked, faults: excuse(name, faults) }
  } catch (error) {
    return { looked: 0, faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}

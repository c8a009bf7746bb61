import { GATES } from './gates/all.ts'
import { examine } from './gates/examine.ts'
import { PRINTED } from './printed.ts'

/** `npm run check` runs every gate and shows all they find; `npm run check -- lint words` runs those two. */
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in GATES))
const chosen = Object.entries(GATES).filter(([name]) => asked.length === 0 || asked.includes(name))
let failures = unknown.length

for (const name of unknown) console.log(`${name}: no such gate; there are ${Object.keys(GATES).join(', ')}`)
for (const [name, gate] of chosen) {
  const started = performance.now()
  const { looked, faults } = await examine(name, gate, { mayBeEmpty: name === 'printed' && PRINTED.length === 0 })
  if (faults.length > 0) failures += 1
  const took = `${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(7)
  const said = faults.length > 0 ? 'FAILED' : 'ok    '
  console.log(`${name.padEnd(14)} ${said} ${String(looked).padStart(5)} looked at ${took}`)
  for (const fault of faults) console.log(`    ${fault}`)
}
console.log(failures > 0 ? `${failures} of ${chosen.length} gates failed` : `${chosen.length} gates passed`)
process.exitCode = failures > 0 ? 1 : 0

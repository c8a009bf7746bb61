import { slices } from '#apps/server/slices.ts'
import { policyOf } from '#kernel/policies.ts'
import { kernelRetention, type Retention } from '#kernel/retention.ts'
import { PURPOSES } from '#modules/consents/messages.ts'

/** `node tools/policies.ts > docs/policies.md`: purposes, retention and row-level security, as the code has them. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const retention: Retention = Object.assign(
  {},
  kernelRetention,
  ...slices.all.map((slice) => slice.retention),
) as Retention

const purposes = table(
  ['key', 'name', 'basis', 'article', 'kept', 'what'],
  PURPOSES.map(({ key, name, basis, law, keep, what }) => [
    key,
    `${name.zh} ${name.en}`,
    basis,
    law,
    keep,
    what.en ?? '',
  ]),
)
const kept = table(
  ['table', 'kept', 'by', 'why'],
  Object.entries(retention).map(([name, { keep, by, why }]) => [name, keep, by ?? '', why]),
)
const rows = slices.protects.map((one) => {
  const adding = one.addable ? '\n-- anybody may add rows' : ''
  return `### ${one.table}\n\`\`\`sql\n${policyOf(one, slices.grants)}${adding}\n\`\`\``
})

console.log(`# Policies

Printed from the code; \`npm run check -- printed\` compares.

## Purposes of processing personal data
${purposes}

## Retention
A period is what the slice declares. "by" says what removes the rows, or from when the period counts. Of these only \`signin.clear\` is
code that runs; the rest is done by hand so far.

${kept}

## Row-level security
For the role \`openpalm_app\`, made anew at every start from the grants and from what slices declare. Tables that are not here hold no
personal data and nothing of one place alone. \`kernel.record\` has its own in \`src/kernel/migrate.ts\`.

${rows.join('\n\n')}`)

import { Difference } from '#modules/orders/parts/difference.tsx'
import { named } from '#kernel/messages.ts'
import { listLines } from '#modules/duties/contract.ts'
import { useAsk } from '#ui/query.tsx'
import { differenceAt, type Two } from './playbook-lines.ts'
import { playbookTexts as t } from './playbook-messages.ts'

/** What is different between two versions of a level, part by part. */
export function PlaybookDifference(two: Two) {
  const lines = useAsk(listLines, {}).data?.rows
  const parts = differenceAt(two, (key) => named(lines?.find((one) => one.key === key)?.name ?? { zh: key }))
  if (parts.length === 0) return <p className="quiet-ink">{t.noDifference()}</p>
  return (
    <div className="stack">
      {parts.map(({ title, changes }) => (
        <section key={title} className="playbook-part">
          <h3>{title}</h3>
          <Difference changes={changes} label={title} />
        </section>
      ))}
    </div>
  )
}

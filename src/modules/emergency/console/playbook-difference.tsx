import { Difference } from '#modules/orders/parts/difference.tsx'
import type { Playbook, Response } from '../contract-playbooks.ts'
import { differenceAt } from './playbook-lines.ts'
import { playbookTexts as t } from './playbook-messages.ts'

type Two = { before: Playbook; after: Playbook; level: Response }

/** What is different between two versions of a level, part by part. */
export function PlaybookDifference({ before, after, level }: Two) {
  const parts = differenceAt(before, after, level)
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

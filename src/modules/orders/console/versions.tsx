import { useState } from 'react'
import { At } from './at.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import type { OrderView } from '../contract.ts'
import { orderHistory } from '../contract-after.ts'
import { Difference } from '../parts/difference.tsx'
import { oneTexts as t } from './messages.ts'

/** Every version, the newest first; what is different from the one chosen. */
export function Versions({ order }: { order: OrderView }) {
  const [from, setFrom] = useState<number>()
  const found = useAsk(orderHistory, { id: order.id, ...(from === undefined ? {} : { from }) })
  return (
    <Shown of={found} lines={6}>
      {({ versions, difference, before }) => (
        <div className="stack">
          {versions.length < 2 && !before && <p className="quiet-ink">{t.onlyOne()}</p>}
          {(versions.length > 1 || before) && (
            <section>
              <h3 className="quiet-ink">{before ? t.differenceTo() : t.difference()}</h3>
              <Difference changes={difference} label={t.difference()} />
            </section>
          )}
          <ol className="order-versions">
            {versions
              .toSorted((a, b) => b.version - a.version)
              .map((one) => (
                <li key={one.version}>
                  <button
                    type="button"
                    className="link"
                    disabled={one.version === order.version}
                    aria-pressed={from === one.version}
                    onClick={() => setFrom(one.version)}
                  >
                    {t.versionOf({ n: one.version, by: one.by })}
                  </button>
                  <span className="quiet-ink">
                    <At at={one.at} />
                  </span>
                  {one.why && <p>{one.why}</p>}
                </li>
              ))}
          </ol>
        </div>
      )}
    </Shown>
  )
}

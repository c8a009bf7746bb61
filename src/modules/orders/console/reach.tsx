import { useMemo } from 'react'
import { roleText } from '#modules/posts/parts/role-text.ts'
import type { Role } from '#modules/posts/contract.ts'
import { Meters } from '#ui/console/charts.tsx'
import { counted } from '#ui/console/figures.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { previewAudience } from '../contract.ts'
import { nearName } from '#modules/cases/parts/near.ts'
import { audienceTexts as t } from './audience-messages.ts'
import { audienceOf, type Draft } from './compose-draft.ts'

const PLACES_SHOWN = 8

/** Whom the rule reaches today; nothing is sent. */
export function Reach({ audience }: { audience: Draft['audience'] }) {
  const text = useSettled(JSON.stringify(audienceOf(audience)), 300)
  const settled = useMemo(() => JSON.parse(text) as ReturnType<typeof audienceOf>, [text])
  const asked = settled.within.length > 0
  const found = useAsk(previewAudience, { audience: settled }, { when: asked })
  return (
    <Panel title={t.reach()} className="compose-reach">
      {asked ? (
        <Shown of={found} lines={5}>
          {(reach) => (
            <div className="stack">
              <p className="compose-total" role="status">
                <strong>{counted(reach.total)}</strong> {t.total()}
                {reach.total > 0 && <span className="quiet-ink"> · {t.places({ n: counted(reach.places) })}</span>}
              </p>
              {reach.total === 0 && <p className="refused-rule">{t.reachNobody()}</p>}
              {reach.vacant > 0 && reach.total > 0 && (
                <p className="quiet-ink">{t.vacant({ n: counted(reach.vacant) })}</p>
              )}
              {reach.byRole.length > 0 && (
                <p className="row wrap">
                  {reach.byRole.map(({ role, count }) => (
                    <span key={role} className="chip">
                      {role === 'bond' ? t.bond() : roleText(role as Role)} {counted(count)}
                    </span>
                  ))}
                </p>
              )}
              <Meters
                tone="mid"
                rows={reach.byPlace.slice(0, PLACES_SHOWN).map(({ place, name, count }) => ({
                  key: place,
                  name,
                  value: count,
                }))}
              />
              {reach.byPlace.length > PLACES_SHOWN && (
                <p className="quiet-ink">{t.more({ n: reach.byPlace.length - PLACES_SHOWN })}</p>
              )}
              {reach.sample.length > 0 && (
                <p className="quiet-ink">
                  {t.sample()}
                  {'：'}
                  {reach.sample
                    .slice(0, 4)
                    .map(
                      ({ name, title, placeName }) =>
                        `${name}（${[nearName(placeName), title].filter(Boolean).join(' ')}）`,
                    )
                    .join('，')}
                </p>
              )}
            </div>
          )}
        </Shown>
      ) : (
        <Empty text={t.reachNone()} />
      )}
    </Panel>
  )
}

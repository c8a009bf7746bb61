import type { Dwelling } from '../contract.ts'
import { doorText, homeTexts as t, kindText } from './messages.ts'
import { PlaceName } from './place-name.tsx'

export const DwellingFacts = ({ dwelling, since }: { dwelling: Dwelling; since?: string }) => (
  <dl className="facts">
    <dt>{t.door()}</dt>
    <dd>
      <strong className="strong">{doorText(dwelling)}</strong>
    </dd>
    <dt>{t.grid()}</dt>
    <dd>
      <PlaceName code={dwelling.place} />
    </dd>
    <dt>{t.kind()}</dt>
    <dd>{kindText(dwelling.kind)}</dd>
    {since && (
      <>
        <dt>{t.since()}</dt>
        <dd>{since}</dd>
      </>
    )}
    <dt>{t.position()}</dt>
    <dd>
      {dwelling.lon === null || dwelling.lat === null || dwelling.positionSource === null ? (
        t.unknown()
      ) : (
        <>
          {t.openMap({ lon: dwelling.lon.toFixed(5), lat: dwelling.lat.toFixed(5) })}
          <span className="quiet-ink"> · {t[`source_${dwelling.positionSource}`]()}</span>
        </>
      )}
    </dd>
  </dl>
)

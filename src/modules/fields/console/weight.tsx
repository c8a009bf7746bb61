import { counted } from '#ui/console/figures.ts'
import { type Part, Shares } from '#ui/console/charts.tsx'
import type { Weight } from '../contract.ts'
import { useRegistry } from '../parts/value.ts'
import { formTexts as t } from './messages.ts'

/** What a form costs before anybody is asked: what is there and fresh, what is due, what another form asks, what is left to type. */
export function WeightView({ weight }: { weight: Weight }) {
  const own = weight.cost - weight.elsewhere
  const parts: Part[] = [
    { key: 'fresh', name: t.fresh(), value: weight.fresh, tone: 'deep' },
    { key: 'elsewhere', name: t.elsewhere(), value: weight.elsewhere, tone: 'pale' },
    { key: 'stale', name: t.stale(), value: Math.min(own, weight.held - weight.fresh), tone: 'mid' },
    { key: 'type', name: t.type(), value: Math.max(0, own - (weight.held - weight.fresh)), tone: 'amber' },
  ]
  return (
    <div className="weight">
      <p className="weight-total">
        <strong>{counted(weight.cost)}</strong>
        <span>{weight.cost === 0 ? t.costsNothing() : t.costs({ cost: counted(weight.cost) })}</span>
      </p>
      <Shares parts={parts} />
      <ul className="weight-key">
        {parts.map(({ key, name, value, tone }) => (
          <li key={key} data-tone={tone}>
            <span className="swatch" data-tone={tone} aria-hidden />
            {name} <strong>{counted(value)}</strong>
          </li>
        ))}
      </ul>
      {weight.elsewhere > 0 && <p className="quiet-ink">{t.ofElsewhere({ n: counted(weight.elsewhere) })}</p>}
    </div>
  )
}

export function WeightByField({ weight }: { weight: Weight }) {
  const registry = useRegistry()
  return (
    <ul className="weight-fields">
      {weight.fields.map(({ key, asked, held, fresh, elsewhere }) => (
        <li key={key}>
          <span>{registry.name(key)}</span>
          <Shares
            parts={[
              { key: 'fresh', name: t.fresh(), value: fresh, tone: 'deep' },
              { key: 'stale', name: t.stale(), value: held - fresh, tone: 'mid' },
              { key: 'type', name: t.type(), value: asked - held, tone: elsewhere ? 'pale' : 'amber' },
            ]}
          />
          <span className="num">
            {counted(fresh)} / {counted(asked)}
          </span>
        </li>
      ))}
    </ul>
  )
}

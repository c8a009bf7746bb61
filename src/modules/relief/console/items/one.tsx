import Printer from 'lucide-react/icons/printer'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { Go } from '#ui/console/go.tsx'
import { When } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import type { ItemView } from '../../contract-requisition.ts'
import { ownerOf, quantityOf, stateText, TONE, yuan } from './looks.ts'
import { itemTexts as t } from './messages.ts'

export type Doing = 'return' | 'pay'
type OneProps = { item: ItemView; onDo: (doing: Doing) => void; onClose: () => void }

/** One receipt in full, with what is to be done about it. */
export function One({ item, onDo, onClose }: OneProps) {
  return (
    <Panel
      title={t.one({ number: item.number })}
      className="items-one"
      action={
        <button type="button" className="link" aria-label={t.closeOne()} title={t.closeOne()} onClick={onClose}>
          <X size={16} aria-hidden />
        </button>
      }
    >
      <p className="items-what">
        <strong className="strong">{item.item}</strong> {quantityOf(item)}{' '}
        <span className="chip" data-tone={TONE[item.state]}>
          {stateText(item.state)}
        </span>
      </p>
      <dl className="facts">
        {factsOf(item).map(([name, value]) => (
          <div key={name} className="items-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <footer>
        {item.can.includes('return') && (
          <button type="button" className="firm" onClick={() => onDo('return')}>
            {t.giveBack()}
          </button>
        )}
        {item.can.includes('pay') && (
          <button type="button" className="firm" onClick={() => onDo('pay')}>
            {t.pay()}
          </button>
        )}
        <Go to={`/relief/items/${item.id}/print`} className="quiet">
          <Printer size={14} aria-hidden />
          {t.print()}
        </Go>
      </footer>
    </Panel>
  )
}

function factsOf(item: ItemView): (readonly [string, ReactNode])[] {
  const { owner, by, back, returnedAt } = item
  return [
    [t.owner(), [ownerOf(item), owner.person?.phoneMasked].filter(Boolean).join(' ')],
    [t.place(), item.placeName],
    [t.value(), yuan(item.worth)],
    [t.condition(), item.condition],
    [t.purpose(), item.purpose],
    [t.basis(), item.basis],
    [t.office(), item.office ?? '—'],
    [t.by(), by ? `${by.name} ${by.title}` : '—'],
    [t.takenAt(), <When key="at" at={item.takenAt} />],
    ...(back && returnedAt
      ? [
          [
            t.backHow(),
            <span key="back">
              <When at={returnedAt} /> · {t[back]()}
            </span>,
          ] as const,
          [t.owed(), yuan(item.owed)] as const,
          [t.paid(), yuan(item.paid)] as const,
        ]
      : []),
    ...(item.note ? [[t.note(), item.note] as const] : []),
  ]
}

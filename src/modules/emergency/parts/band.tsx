import Siren from 'lucide-react/icons/siren'
import type { ComponentType, ReactNode } from 'react'
import { millis } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { span } from '#ui/time.ts'
import { type Band as Row, current } from '../contract.ts'
import { bandTexts as t } from './messages.ts'
import { levelText } from './word-messages.ts'
import './band.css'

/** What is in force where the acting post is, or anywhere for whom stands nowhere. In peace there is nothing. */
function useBand(nowhere: boolean): Row[] {
  const { data } = useAsk(current, {}, { everyMs: 60_000 })
  return data?.rows.filter((row) => row.here || nowhere) ?? []
}

/** Whether anything but a drill holds where one acts. */
export const useInForce = (): boolean => useBand(false).some(({ drill }) => !drill)

type Way = { to: string; className?: string; children: ReactNode }
type BandProps = { nowhere?: boolean; go: ComponentType<Way>; look: (id: string) => string }

/** The band above every page. `look`: where the decision is read in full; `go`: the link of the face it stands in. */
export function Band({ nowhere = false, go, look }: BandProps) {
  const [first, ...others] = useBand(nowhere)
  return first ? <Said row={first} others={others.length} go={go} to={look(first.id)} /> : null
}

type SaidProps = { row: Row; others: number; go: ComponentType<Way>; to: string }
function Said({ row, others, go: Go, to }: SaidProps) {
  const now = useNow()
  const names = row.area.map(({ name }) => name)
  return (
    <aside className="band" aria-label={t.label()} data-drill={row.drill || undefined}>
      <strong className="band-mark">
        <Siren size={16} aria-hidden /> {row.drill ? t.drill() : t.on()}
      </strong>
      <strong className="band-name">
        {named(row.name)} {levelText(row.level)}
      </strong>
      <span className="band-area">
        {names.length > 3 ? t.areas({ first: names[0] ?? '', count: names.length }) : names.join('、')}
        {others > 0 && ` · ${t.more({ count: others })}`}
      </span>
      <span className="band-who">{row.chief ? t.chief({ name: row.chief }) : t.issuer({ name: row.issuer })}</span>
      <span className="band-end">{row.drill ? t.drillOnly() : t.ends()}</span>
      <Go className="band-left" to={to}>
        <span>
          <span className="unseen">{t.look()}</span>{' '}
          {row.state === 'active' ? t.left({ span: span(Math.max(0, millis(row.endsAt) - now)) }) : t.ending()}
        </span>
      </Go>
    </aside>
  )
}

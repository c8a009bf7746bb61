import ChevronRight from 'lucide-react/icons/chevron-right'
import FileChartColumn from 'lucide-react/icons/file-chart-column'
import Siren from 'lucide-react/icons/siren'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { State } from '#ui/kit/badge.tsx'
import { GoButton } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useLive } from '#ui/query.tsx'
import { deadline } from '#ui/time.ts'
import { home } from '../contract.ts'
import { phoneWords } from '../parts/phone-messages.ts'
import { areaOf } from '../parts/response-card.tsx'
import { levelText } from '../parts/word-messages.ts'
import { fieldEmergencyTexts as t } from './messages.ts'
import '../parts/response.css'

export type Mine = OutputOf<typeof home>['rows'][number]

/** On the first screen: what is in force here, the post that was raised for me, and the report I owe. Nothing in peace. */
export function EmergencyEntry() {
  const asked = useAsk(home, {}, { everyMs: 60_000 })
  useLive('emergency.', [home])
  return (asked.data?.rows ?? []).map((row) => (
    <Card flush key={row.id}>
      <div className="response-entry" data-drill={row.drill || undefined}>
        <Go to="/emergency" className="big-entry">
          <span className={`tile big ${row.drill ? 'rights' : 'late'}`}>
            <Siren aria-hidden />
          </span>
          <span className="big-entry-body">
            <strong>
              {row.drill && `${phoneWords.drill()} · `}
              {named(row.name)} {levelText(row.level)}
            </strong>
            <span className="quiet">{row.posts.length > 0 ? postsText(row) : areaOf(row)}</span>
          </span>
          <ChevronRight aria-hidden />
        </Go>
        {row.report && (
          <Rows>
            <Owed row={row} report={row.report} />
          </Rows>
        )}
      </div>
    </Card>
  ))
}

/** One who answers for three villages has the same post three times. */
export const postsText = ({ posts }: Mine): string =>
  [...new Set(posts.map(({ title, group }) => t.post({ title, group: named(group) })))].join(phoneWords.list())

/** The report that this post owes, and how many below it are waited for. */
export function Owed({ row, report }: { row: Mine; report: NonNullable<Mine['report']> }) {
  const now = useNow()
  const left = deadline(report.dueAt, now)
  return (
    <Row
      icon={<FileChartColumn aria-hidden />}
      title={t.reportOwed({ no: report.no })}
      sub={report.waiting > 0 ? t.waiting({ count: report.waiting }) : undefined}
      state={<State tone={left.tone} text={left.text} />}
      aside={<GoButton to={`/emergency/${row.id}/report`}>{t.doReport()}</GoButton>}
    />
  )
}

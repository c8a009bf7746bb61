import Camera from 'lucide-react/icons/camera'
import ChevronRight from 'lucide-react/icons/chevron-right'
import CloudUpload from 'lucide-react/icons/cloud-upload'
import ListTodo from 'lucide-react/icons/list-todo'
import { type ReactNode, useSyncExternalStore } from 'react'
import { dayOf, millis } from '#kernel/clock.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { GoButton } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { LargeType } from '#ui/kit/large.tsx'
import { Rows } from '#ui/kit/row.tsx'
import { Home } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { listParcels, watchParcels } from '#ui/outbox.ts'
import { useAsk, useLive } from '#ui/query.tsx'
import { type CaseRow, listCases } from '../contract.ts'
import { CaseItem, CHANGED } from './case-row.tsx'
import { parcelTexts, todayTexts as t } from './messages.ts'

/** Enough for a day of one person; more is in the list of cases. */
const DAY = 50

/** What is on my desk, what is due first first, and what to do with each. */
export function Today({ title, sub, children }: { title: string; sub: string; children?: ReactNode }) {
  const now = useNow()
  const asked = useAsk(listCases, { mine: true, open: true, sort: 'due', limit: DAY })
  useLive('cases.', CHANGED)
  return (
    <Home title={title} sub={sub} aside={<LargeType onHead />}>
      <Figures rows={asked.data?.rows} now={now} />
      <Go to="/report" className="big-entry green">
        <span className="tile big">
          <Camera aria-hidden />
        </span>
        <span className="big-entry-body">
          <strong>{t.report()}</strong>
          <span className="quiet">{t.reportSub()}</span>
        </span>
        <ChevronRight aria-hidden />
      </Go>
      {children}
      <OnPhone />
      <Part title={t.mine()} aside={<All total={asked.data?.total ?? asked.data?.rows.length} />}>
        <Answered asked={asked}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Card>
                <Empty icon={<ListTodo aria-hidden />} text={t.none()}>
                  <GoButton look="soft" to="/cases" search={{ view: 'closed' }}>
                    {t.noneDone()}
                  </GoButton>
                </Empty>
              </Card>
            ) : (
              <Card flush>
                <Rows label={t.mine()}>
                  {rows.map((row) => (
                    <CaseItem key={row.id} row={row} now={now} />
                  ))}
                </Rows>
              </Card>
            )
          }
        </Answered>
      </Part>
    </Home>
  )
}

const All = ({ total }: { total: number | undefined }) =>
  total ? (
    <Go to="/cases" className="link">
      {t.all({ count: total })}
    </Go>
  ) : null

/** Late, or due before the day ends. */
const isForToday = (row: CaseRow, now: number): boolean =>
  row.late || (row.dueAt !== null && dayOf(millis(row.dueAt)) <= dayOf(now))

function Figures({ rows, now }: { rows: readonly CaseRow[] | undefined; now: number }) {
  const count = (wanted: (row: CaseRow) => boolean) => (rows ? String(rows.filter(wanted).length) : '–')
  const must = count((row) => isForToday(row, now))
  return (
    <div className="figures">
      <Go to="/cases" search={{ view: 'mine' }} className={toneOf(rows ?? [], now)}>
        <strong>{must}</strong>
        {t.mustToday()}
      </Go>
      <Go to="/cases" search={{ view: 'mine' }}>
        <strong>{count(({ state }) => state === 'assigned' || state === 'received')}</strong>
        {t.toAccept()}
      </Go>
      <Go to="/cases" search={{ view: 'mine' }}>
        <strong>{count(({ state }) => state === 'handling' || state === 'paused')}</strong>
        {t.handling()}
      </Go>
    </div>
  )
}

/** Red is for what is over its limit, not for what is nearly there. */
const toneOf = (rows: readonly CaseRow[], now: number): '' | 'soon' | 'late' =>
  rows.some(({ late }) => late) ? 'late' : rows.some((row) => isForToday(row, now)) ? 'soon' : ''

/** What has not left the phone yet, in sight until it has. */
function OnPhone() {
  const parcels = useSyncExternalStore(watchParcels, listParcels)
  if (parcels.length === 0) return null
  const refused = parcels.filter(({ state }) => state === 'refused' || state === 'stranded').length
  return (
    <Go to="/outbox" className={`note ${refused > 0 ? 'late' : 'soon'}`}>
      <CloudUpload aria-hidden />
      <div>
        <strong>
          {refused > 0 ? parcelTexts.refused({ count: refused }) : parcelTexts.waiting({ count: parcels.length })}
        </strong>
        <p>{parcelTexts.waitingSub()}</p>
      </div>
    </Go>
  )
}

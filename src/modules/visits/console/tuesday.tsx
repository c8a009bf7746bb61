import './tuesday.css'
import CalendarOff from 'lucide-react/icons/calendar-off'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import FlagTriangleRight from 'lucide-react/icons/flag-triangle-right'
import { useState } from 'react'
import { dayNumber, dayOf, dayOfNumber, startOfDay } from '#kernel/clock.ts'
import { useActing } from '#ui/console/acting.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { listFieldDays } from '../contract-days.ts'
import { Days } from './days.tsx'
import { tuesdayTexts as t } from './messages.ts'
import { Problems } from './problems.tsx'
import { Roster } from './roster.tsx'
import { type Task, TuesdayForms } from './tuesday-forms.tsx'
import { sectionText, VisitTabs } from './visit-tabs.tsx'

const WEEKS = 5
/** Whole weeks, so that a weekday is a column. */
const mondayOf = (now: number): string => dayOfNumber(dayNumber(now) - ((dayNumber(now) + 3) % 7))

/** 周二无会日: which days are protected, who goes down to which village, and what they find. */
export function TuesdayPage() {
  const now = useNow()
  const { permissions } = useActing()
  const today = dayOf(now)
  const from = mondayOf(now)
  const to = dayOfNumber(dayNumber(startOfDay(from)) + 7 * WEEKS - 1)
  const asked = useAsk(listFieldDays, { from, to })
  const next = asked.data?.days.find((one) => one.day >= today && one.protected)?.day
  const [picked, setPicked] = useState<string>()
  const [task, setTask] = useState<Task>()
  const day = picked ?? next ?? today
  const actions = (
    <>
      {permissions.has('visits.setFieldDay') && (
        <button type="button" className="quiet" onClick={() => setTask({ kind: 'rule' })}>
          <CalendarOff size={16} aria-hidden />
          {t.setRule()}
        </button>
      )}
      <button type="button" className="quiet" onClick={() => setTask({ kind: 'call', day })}>
        <CalendarPlus size={16} aria-hidden />
        {t.call()}
      </button>
      {permissions.has('visits.findProblem') && (
        <button type="button" className="firm" onClick={() => setTask({ kind: 'problem' })}>
          <FlagTriangleRight size={16} aria-hidden />
          {t.note()}
        </button>
      )}
    </>
  )
  return (
    <Page
      title={t.title()}
      section={sectionText()}
      trail={<VisitTabs now="tuesday" />}
      actions={actions}
      className="page-fit"
    >
      <div className="tuesday">
        <Panel title={t.calendar()}>
          <Shown of={asked} lines={8}>
            {(held) => <Days held={held} day={day} today={today} onDay={setPicked} onTask={setTask} />}
          </Shown>
        </Panel>
        <Roster day={day} onTask={setTask} />
        <Problems onTask={setTask} />
      </div>
      <TuesdayForms task={task} onClose={() => setTask(undefined)} />
    </Page>
  )
}

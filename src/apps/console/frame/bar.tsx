import Languages from 'lucide-react/icons/languages'
import Leaf from 'lucide-react/icons/leaf'
import { dayOf, dayNumber } from '#kernel/clock.ts'
import { locale } from '#kernel/messages.ts'
import { useInForce } from '#modules/emergency/parts/band.tsx'
import type { Me } from '#modules/signin/contract.ts'
import { clockTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import { changeSettings } from '#ui/settings.ts'
import { frameTexts as t } from '../messages.ts'
import { Bell } from './bell.tsx'
import { Person } from './person.tsx'
import { Search } from './search.tsx'

/** Name and trail of the page come from the page; search, state, notices, clock and person stand always. */
export function Bar({ me, slot }: { me: Me; slot: (element: HTMLElement | null) => void }) {
  return (
    <header className="bar">
      <div className="bar-page" ref={slot} />
      <Search />
      <State />
      <Bell />
      <button
        type="button"
        className="bar-icon"
        aria-label={t.language()}
        title={t.language()}
        onClick={() => changeSettings({ locale: locale() === 'en' ? 'zh-CN' : 'en' })}
      >
        <Languages size={18} aria-hidden />
      </button>
      <Clock />
      <Person me={me} />
    </header>
  )
}

/** A state, not a switch; while something is in force the band above says it. */
const State = () =>
  useInForce() ? null : (
    <span className="bar-state" title={t.peaceWhy()}>
      <Leaf size={15} aria-hidden />
      {t.peace()}
    </span>
  )

const WEEKDAYS = [t.weekday0, t.weekday1, t.weekday2, t.weekday3, t.weekday4, t.weekday5, t.weekday6]
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4

function Clock() {
  const now = useNow(5000)
  const [, month, date] = dayOf(now).split('-').map(Number)
  const weekday = WEEKDAYS[(dayNumber(now) + FIRST_WEEKDAY) % 7] ?? t.weekday0
  return (
    <div className="bar-clock">
      <strong>{clockTime(now)}</strong>
      <span>{t.dateLine({ month: month ?? 1, date: date ?? 1, weekday: weekday() })}</span>
    </div>
  )
}

import { named } from '#kernel/messages.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { dayOf, millis } from '#kernel/clock.ts'
import { State } from '#ui/kit/badge.tsx'
import { Go } from '#ui/kit/go.tsx'
import { useNow } from '#ui/now.ts'
import { ago, day } from '#ui/time.ts'
import type { listLooks } from '../contract.ts'
import { basisText } from './basis.ts'
import { looksTexts as t } from './messages.ts'

export type Looked = OutputOf<typeof listLooks>['rows'][number]

/** One look, or alike ones: which office, what, what for; and whether it was urgent, or withheld for a while. */
export function LookRow({ look, times = 1 }: { look: Looked; times?: number }) {
  const now = useNow()
  const outside = look.what === 'outside'
  const who = look.organ ?? (isOwn(look) ? t.yourself() : (look.post ?? t.unknown()))
  const how = outside ? t.outside({ system: look.post ?? '' }) : look.post !== who && look.post
  return (
    <li className="row look">
      <div className="row-body">
        <p className="row-title">{who}</p>
        {look.glass && <State tone="soon" text={t.glass()} boxed />}
        {look.withheld && (
          <State tone="rights" text={t.withheld({ day: day(dayOf(millis(look.withheld.until)), now) })} boxed />
        )}
        <p>
          {outside ? look.fields : whatText(look)}
          {times > 1 && <span className="quiet"> · {t.times({ count: times })}</span>}
        </p>
        {look.glass && <p>{t.glassWhy({ reason: look.glass.reason })}</p>}
        <p className="quiet">
          {[how, ago(look.at, now)].filter(Boolean).join(' · ')}
          {look.purpose && ` · ${t.why({ what: named(look.purpose) })}`}
          {look.basis && ` · ${t.basis({ basis: basisText(look.basis) })}`}
        </p>
        {look.withheld && <p className="quiet">{t.article({ article: articleText(look.withheld.article) })}</p>}
        {look.subject && look.what.startsWith('cases.') && (
          <Go to={`/case/${look.subject}`} className="link">
            {t.case()}
          </Go>
        )}
      </div>
    </li>
  )
}

const ARTICLES = { pipl_18_1: t.pipl_18_1, pipl_18_2: t.pipl_18_2, pipl_35: t.pipl_35, minors_11: t.minors_11 }
/** By which article somebody was not told at once. */
export const articleText = (article: string): string =>
  article in ARTICLES ? ARTICLES[article as keyof typeof ARTICLES]() : article

const isOwn = ({ organ, role }: Looked): boolean => organ === null && (role === 'resident' || role === 'anonymous')

const WHATS: [start: string, text: () => string][] = [
  ['signin.', t.signedIn],
  ['cases.contact', t.contact],
  ['cases.', t.report],
  ['people.', t.person],
  ['homes.', t.home],
  ['fields.', t.home],
  ['bonds.', t.home],
  ['visits.', t.visit],
  ['sync.', t.takenAlong],
  ['oversight.', t.record],
  ['consents.findUsage', t.record],
  ['consents.glasses', t.record],
  ['consents.breakGlass', t.broke],
]

/** What was looked at, in the words of the row. */
export function whatText(look: Looked): string {
  if (isOwn(look) && look.what.startsWith('cases.')) return t.acted()
  return (WHATS.find(([start]) => look.what.startsWith(start))?.[1] ?? t.other)()
}

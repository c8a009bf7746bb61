import Bell from 'lucide-react/icons/bell'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Eye from 'lucide-react/icons/eye'
import FileCheck from 'lucide-react/icons/file-check'
import MessageSquareWarning from 'lucide-react/icons/message-square-warning'
import PackageSearch from 'lucide-react/icons/package-search'
import type { ReactNode } from 'react'
import { listLooks } from '#modules/consents/contract.ts'
import { Card, Part } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { Language, LargeType } from '#ui/kit/large.tsx'
import { Home } from '#ui/kit/screen.tsx'
import { useAsk } from '#ui/query.tsx'
import { myReports } from '../contract.ts'
import { keptReports } from './drafts.ts'
import { KeptList, ReportCard } from './kept-list.tsx'
import { homeTexts as t } from './home-messages.ts'

type TownHomeProps = {
  /** Who is signed in, if anybody. */
  name: string | null
  /** What asks something of me now: before my own matters. */
  first?: ReactNode
  /** What else there is to say on the first screen. */
  children?: ReactNode
}

export function TownHome({ name, first, children }: TownHomeProps) {
  return (
    <Home
      title={t.app()}
      sub={name ? t.helloName({ name }) : t.hello()}
      aside={
        <div className="head-aside">
          <Language onHead />
          <LargeType onHead />
        </div>
      }
    >
      <Card flush>
        <Go to="/report" className="big-entry">
          <span className="tile big late">
            <MessageSquareWarning aria-hidden />
          </span>
          <span className="big-entry-body">
            <strong>{t.report()}</strong>
            <span className="quiet">{t.reportSub()}</span>
          </span>
          <span className="big-entry-go">
            <ChevronRight aria-hidden />
          </span>
        </Go>
        <nav className="entries" aria-label={t.app()}>
          <Entry to="/follow" tone="done" icon={<PackageSearch aria-hidden />} text={t.follow()} />
          <Entry to="/mine" tone="work" icon={<FileCheck aria-hidden />} text={t.mine()} />
          <Entry to="/notices" tone="soon" icon={<Bell aria-hidden />} text={t.notices()} />
          <Entry to="/me/looks" tone="rights" icon={<Eye aria-hidden />} text={t.looks()} />
        </nav>
      </Card>
      {first}
      <MyMatters signedIn={name !== null} />
      {children}
      <Looked signedIn={name !== null} />
    </Home>
  )
}

const Entry = ({ to, tone, icon, text }: { to: string; tone: string; icon: ReactNode; text: string }) => (
  <Go to={to} className="entry">
    <span className={`tile ${tone}`}>{icon}</span>
    <span>{text}</span>
  </Go>
)

/** The newest two: what needs an answer is rarely older. */
const NEWEST = 2

function MyMatters({ signedIn }: { signedIn: boolean }) {
  const kept = keptReports()
  const account = useAsk(myReports, { limit: NEWEST }, { when: signedIn })
  const rows = account.data?.rows ?? []
  const onPhone = kept.filter(({ id }) => rows.every((row) => row.id !== id))
  const all = (
    <Go to="/mine" className="link">
      {t.all()}
    </Go>
  )
  return (
    <Part title={t.mine()} aside={rows.length + onPhone.length > 0 && all}>
      {rows.length + onPhone.length === 0 && (
        <Card>
          <p className="quiet">{t.none()}</p>
        </Card>
      )}
      <div className="stack">
        {rows.map((head) => (
          <ReportCard key={head.id} head={head} name={head.title} to={`/case/${head.id}`} />
        ))}
        {rows.length < NEWEST && <KeptList reports={onPhone.slice(0, NEWEST - rows.length)} />}
      </div>
    </Part>
  )
}

function Looked({ signedIn }: { signedIn: boolean }) {
  const looks = useAsk(listLooks, { limit: 1 }, { when: signedIn })
  const count = looks.data?.organs30
  const text = !signedIn ? t.looksSignIn() : count ? t.looksCount({ count }) : t.looksNone()
  return (
    <Card flush>
      <Go to="/me/looks" className="looked">
        <Eye aria-hidden />
        <span>{text}</span>
        <strong>{t.looksOpen()}</strong>
      </Go>
    </Card>
  )
}

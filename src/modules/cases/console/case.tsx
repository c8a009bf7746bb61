import { useParams } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Page } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { Go } from '#ui/console/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { type CaseView, getCase } from '../contract.ts'
import { Facts } from './case-facts.tsx'
import { caseTexts as t } from './case-messages.ts'
import { Side } from './case-side.tsx'
import { Story } from './case-story.tsx'
import './case.css'
import { numberText } from '../parts/number.ts'

/** One case with everything on one page: what it is, how it came here, and what can be done now. */
export function CasePage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const found = useAsk(getCase, { id: id as CaseView['id'] })
  const trail = (
    <nav className="trail" aria-label={t.backToList()}>
      <Go to="/cases">{t.backToList()}</Go>
      <ChevronRight size={14} aria-hidden />
      <span>{found.data && numberText(found.data.number)}</span>
    </nav>
  )
  return (
    <Page title={found.data?.title ?? t.title()} trail={trail} className="page-fit">
      <Shown of={found} lines={12}>
        {(view) => <Whole view={view} />}
      </Shown>
    </Page>
  )
}

const Whole = ({ view }: { view: CaseView }) => (
  <div className="case">
    <div className="case-left">
      <Facts view={view} />
    </div>
    <Story view={view} />
    <div className="case-right">
      <Side view={view} />
    </div>
  </div>
)

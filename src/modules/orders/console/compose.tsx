import '../parts/orders.css'
import './orders.css'
import './compose.css'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Go } from '#ui/console/go.tsx'
import { Page } from '#ui/console/page.tsx'
import { Skeleton } from '#ui/console/shown.tsx'
import { systemClock } from '#kernel/clock.ts'
import { useAsk } from '#ui/query.tsx'
import { getOrder, type OrderView } from '../contract.ts'
import { emptyDraft, draftOf } from './compose-draft.ts'
import { ComposeForm } from './compose-form.tsx'
import { composeTexts as t } from './compose-messages.ts'
import { oneTexts } from './messages.ts'

/** A new order, a draft that goes on (`id`), or one that takes another's place (`supersedes`). */
export function ComposePage() {
  const [address] = useAddress()
  const { place } = useActing()
  const from = address['id'] ?? address['supersedes']
  const found = useAsk(getOrder, { id: (from ?? '') as OrderView['id'] }, { when: from !== undefined })
  const replacing = address['supersedes'] !== undefined
  const trail = (
    <nav className="trail" aria-label={oneTexts.back()}>
      <Go to="/orders">{oneTexts.back()}</Go>
      <ChevronRight size={14} aria-hidden />
      <span>{replacing ? found.data?.title : from === undefined ? t.fresh() : t.draft()}</span>
    </nav>
  )
  return (
    <Page title={replacing ? t.replacing() : t.title()} trail={trail} className="page-fit">
      {from === undefined ? (
        <ComposeForm key="new" start={emptyDraft(place, systemClock.now())} made={newId} />
      ) : found.data ? (
        <ComposeForm
          key={from}
          start={draftOf(found.data)}
          made={() => (replacing ? newId() : from)}
          supersedes={replacing ? from : null}
        />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  )
}

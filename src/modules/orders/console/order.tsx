import '../parts/orders.css'
import './orders.css'
import './order.css'
import { useParams } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Go } from '#ui/console/go.tsx'
import { Page } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAsk, useLive } from '#ui/query.tsx'
import { getOrder, type OrderView } from '../contract.ts'
import { callList, coverage, listRecipients, myOrder, myOrders } from '../contract-answers.ts'
import { isLeft } from '../parts/looks.ts'
import { orderWords } from '../parts/messages.ts'
import { numberText } from '../parts/number.ts'
import { Coverage } from './coverage.tsx'
import { OneAnswer, useAddressed } from './my-answer.tsx'
import { oneTexts as t } from './messages.ts'
import { Actions } from './order-actions.tsx'
import { OrderText } from './order-text.tsx'
import { People } from './people.tsx'

/** One order: what it says, how far it has come in any place, and who has not said anything. */
export function OrderPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const found = useAsk(getOrder, { id: id as OrderView['id'] })
  useLive('orders.', [getOrder, coverage, listRecipients, callList, myOrder, myOrders])
  const trail = (
    <nav className="trail" aria-label={t.back()}>
      <Go to="/orders">{t.back()}</Go>
      <ChevronRight size={14} aria-hidden />
      <span>{found.data && (numberText(found.data.number) ?? orderWords.unnumbered())}</span>
    </nav>
  )
  return (
    <Page
      title={found.data ? shortTitle(found.data.title) : t.text()}
      trail={trail}
      actions={found.data && <Actions order={found.data} />}
      className="page-fit"
    >
      <Shown of={found} lines={12}>
        {(order) => <Whole order={order} />}
      </Shown>
    </Page>
  )
}

/** The bar has room for a few words; the whole title stands with the text. */
const shortTitle = (title: string): string =>
  title.length > BAR_LETTERS ? `${title.slice(0, BAR_LETTERS - 1)}…` : title
const BAR_LETTERS = 16

function Whole({ order }: { order: OrderView }) {
  const { permissions } = useActing()
  const addressed = useAddressed(order.id)
  const counted = permissions.has('orders.coverage') && isLeft(order.state)
  return (
    <div className="order" data-alone={counted ? undefined : ''}>
      <div className="order-left">
        {addressed && <OneAnswer id={order.id} />}
        <OrderText order={order} />
      </div>
      {counted && <Coverage order={order} />}
      {counted && <People order={order} />}
    </div>
  )
}

import '../parts/orders.css'
import '#ui/console/letter.css'
import { useParams } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Printer from 'lucide-react/icons/printer'
import { named } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Go } from '#ui/console/go.tsx'
import { Page } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { exactTime } from '#ui/console/when.ts'
import { instant } from '#kernel/clock.ts'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { getOrder, type OrderView } from '../contract.ts'
import { isLeft } from '../parts/looks.ts'
import { numberText } from '../parts/number.ts'
import { oneTexts } from './messages.ts'
import { purposeName } from './order-text.tsx'
import { printTexts as t } from './print-messages.ts'
import { Receipt } from './print-receipt.tsx'

/** What goes into a paper file: the order in the form of a letter, or how far it has come. */
export function PrintPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const { permissions } = useActing()
  const [address, change] = useAddress()
  const found = useAsk(getOrder, { id: id as OrderView['id'] })
  const receipts = found.data && isLeft(found.data.state) && permissions.has('orders.coverage')
  const what = receipts && address['what'] === 'receipt' ? 'receipt' : 'order'
  const trail = (
    <nav className="trail" aria-label={oneTexts.back()}>
      <Go to={`/orders/${id}`}>{found.data?.title ?? oneTexts.text()}</Go>
      <ChevronRight size={14} aria-hidden />
      <span>{t.title()}</span>
    </nav>
  )
  const actions = (
    <>
      {receipts && (
        <div className="orders-views" role="group" aria-label={t.which()}>
          {(['order', 'receipt'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="quiet"
              aria-pressed={one === what}
              onClick={() => change({ what: one === 'receipt' ? one : undefined })}
            >
              {t[one]()}
            </button>
          ))}
        </div>
      )}
      <button type="button" className="firm" onClick={() => print()}>
        <Printer size={14} aria-hidden />
        {t.print()}
      </button>
    </>
  )
  return (
    <Page title={t.title()} trail={trail} actions={actions} className="page-fit">
      <section className="letter-desk" aria-label={t[what]()} {...BY_KEYBOARD}>
        <Shown of={found} lines={12}>
          {(order) => (what === 'receipt' ? <Receipt order={order} /> : <Letter order={order} />)}
        </Shown>
      </section>
    </Page>
  )
}

/** A sheet is longer than the screen and holds no link. */
const BY_KEYBOARD = { tabIndex: 0 }

const Letter = ({ order }: { order: OrderView }) => (
  <article className="letter" lang="zh-CN">
    <header>
      <p className="letter-office">{named(order.issuer.name)}</p>
      <p className="letter-kind">{t[`heading_${order.kind}`]()}</p>
      <p className="letter-number">
        <span>{numberText(order.number)}</span>
        <span>
          {t.signedBy({ name: order.by.name })} {order.by.title}
        </span>
      </p>
    </header>
    <h2>{order.title}</h2>
    <p>{t.to({ place: order.placeName })}</p>
    {order.text.split(/\n+/).map((paragraph, at) => (
      <p key={at} className="letter-paragraph">
        {paragraph}
      </p>
    ))}
    <p className="letter-paragraph">{t.done({ text: order.doneWhen })}</p>
    <p className="letter-paragraph">{t.due({ when: exactTime(order.dueAt).slice(0, MINUTES) })}</p>
    <p className="letter-paragraph">{t.basis({ text: order.basis })}</p>
    <p className="letter-paragraph">{t.purpose({ text: purposeName(order.purpose) })}</p>
    {order.signed && (
      <p className="letter-paragraph">{t.approved({ name: order.signed.name, note: order.signed.note })}</p>
    )}
    <footer>
      <p>{named(order.issuer.name)}</p>
      {order.joint.map((office) => (
        <p key={office.zh}>{named(office)}</p>
      ))}
      <p>{order.issuedAt && exactTime(order.issuedAt).slice(0, DAY)}</p>
      <p className="letter-seal">{t.seal()}</p>
    </footer>
    <Printed />
  </article>
)
/** 2026-11-23 and 2026-11-23 18:00 of an exact time. */
const DAY = 10
const MINUTES = 16

function Printed() {
  const now = useNow()
  return <p className="letter-printed">{exactTime(instant(now)).slice(0, MINUTES)}</p>
}

import { useParams } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Printer from 'lucide-react/icons/printer'
import { Go } from '#ui/console/go.tsx'
import { Page } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useAsk } from '#ui/query.tsx'
import { getItem, type ItemView } from '../../contract-requisition.ts'
import { isExercise, ownerOf, quantityOf, yuan } from './looks.ts'
import { itemTexts as words, receiptTexts as t } from './messages.ts'
import '#ui/console/letter.css'
import './items.css'

/** The receipt as its owner gets it on paper; after it came back, with what was paid. */
export function ReceiptPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const found = useAsk(getItem, { id: id as ItemView['id'] })
  return (
    <Page
      title={t.title()}
      className="page-fit"
      trail={
        <nav className="trail" aria-label={words.ledger()}>
          <Go to="/relief/items">{words.ledger()}</Go>
          <ChevronRight size={14} aria-hidden />
          <span>{found.data?.number}</span>
        </nav>
      }
      actions={
        <button type="button" className="firm" onClick={() => print()}>
          <Printer size={14} aria-hidden />
          {t.print()}
        </button>
      }
    >
      <section className="letter-desk" aria-label={t.paper()} {...BY_KEYBOARD}>
        <Shown of={found} lines={12}>
          {(item) => <Sheet item={item} />}
        </Shown>
      </section>
    </Page>
  )
}

/** A sheet is longer than the screen and holds no link. */
const BY_KEYBOARD = { tabIndex: 0 }
/** 2026-11-23 and 2026-11-23 18:00 of an exact time. */
const DAY = 10
const MINUTES = 16
const minute = (at: string): string => exactTime(at).slice(0, MINUTES)

const Sheet = ({ item }: { item: ItemView }) => (
  <article className="letter items-sheet" lang="zh-CN">
    <header>
      <p className="letter-office">{item.office}</p>
      <p className="letter-kind">{t.paper()}</p>
      <p className="letter-number">
        <span>{t.number({ number: item.number })}</span>
        <span>{exactTime(item.takenAt).slice(0, DAY)}</span>
      </p>
    </header>
    {isExercise(item) && <p className="items-exercise">{t.exercise()}</p>}
    <p>{t.to({ owner: ownerOf(item) })}</p>
    <p className="letter-paragraph">{t.lead({ purpose: item.purpose, basis: item.basis })}</p>
    <Lines
      caption={t.paper()}
      rows={[
        [t.item(), item.item],
        [t.quantity(), quantityOf(item)],
        [t.worth(), yuan(item.worth)],
        [t.condition(), item.condition],
        [t.place(), item.placeName],
        [t.takenAt(), minute(item.takenAt)],
      ]}
    />
    <Back item={item} />
    <p className="letter-paragraph">{t.rights()}</p>
    <div className="items-signs">
      <p>
        {t.by()} {item.by?.name}
      </p>
      <p>{t.owner()}</p>
    </div>
    <footer>
      <p>{item.office}</p>
      <p>{exactTime(item.takenAt).slice(0, DAY)}</p>
      <p className="letter-seal">{t.seal()}</p>
    </footer>
  </article>
)

function Back({ item: { back, returnedAt, owed, paid, paidAt, note } }: { item: ItemView }) {
  if (!back || !returnedAt) return <p className="letter-paragraph">{t.notBack()}</p>
  return (
    <>
      <h2>{t.backTitle()}</h2>
      <Lines
        caption={t.backTitle()}
        rows={[
          [t.backAt(), minute(returnedAt)],
          [t.backHow(), words[back]()],
          ...(note ? [[words.note(), note] as const] : []),
          [t.owed(), yuan(owed)],
          [t.paid(), `${yuan(paid)}${paidAt ? t.paidAt({ day: exactTime(paidAt).slice(0, DAY) }) : ''}`],
        ]}
      />
    </>
  )
}

type LinesProps = { caption: string; rows: readonly (readonly [name: string, value: string])[] }
const Lines = ({ caption, rows }: LinesProps) => (
  <table className="letter-table items-lines">
    <caption className="unseen">{caption}</caption>
    <colgroup>
      <col className="items-names" />
      <col />
    </colgroup>
    <tbody>
      {rows.map(([name, value]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

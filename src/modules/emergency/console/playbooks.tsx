import { named } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Go } from '#ui/console/go.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk, useLive } from '#ui/query.tsx'
import { listPlaybooks, type Playbook, type Response, RESPONSES } from '../contract-playbooks.ts'
import { kindText, levelText } from '../parts/word-messages.ts'
import { emergencyTexts } from './messages.ts'
import { LevelShown } from './playbook-level.tsx'
import { playbookTexts as t } from './playbook-messages.ts'
import { PlaybookDifference } from './playbook-difference.tsx'
import { EmergencyTabs } from './tabs.tsx'
import './playbooks.css'

/** What would be done, level by level; nothing else may be changed by an emergency. */
export function PlaybooksPage() {
  const found = useAsk(listPlaybooks, { history: true })
  useLive('emergency.playbookSet', [listPlaybooks])
  return (
    <Page
      title={t.title()}
      section={emergencyTexts.section()}
      trail={<EmergencyTabs now="/emergency/playbooks" />}
      className="page-fit"
    >
      <Shown of={found} lines={12}>
        {({ rows }) => <Books all={rows} />}
      </Shown>
    </Page>
  )
}

const isLevel = (text: string | undefined): text is Response => RESPONSES.some((level) => level === text)

function Books({ all }: { all: readonly Playbook[] }) {
  const [{ code, level, version }] = useAddress()
  const { permissions } = useActing()
  const newest = [...new Set(all.map((one) => one.code))].flatMap(
    (each) => all.findLast((one) => one.code === each) ?? [],
  )
  const shown = all.find((one) => one.code === code && String(one.version) === version)
  const book = shown ?? newest.find((one) => one.code === code) ?? newest[0]
  if (!book) return null
  const at = isLevel(level) ? level : 'III'
  const isNewest = newest.includes(book)
  const before = all.find((one) => one.code === book.code && one.version === book.version - 1)
  return (
    <div className="playbooks">
      <Panel title={t.title()} flush>
        <ul className="playbook-list">
          {newest.map((one) => (
            <li key={one.code}>
              <Go
                to="/emergency/playbooks"
                search={{ code: one.code, level: at }}
                className={one.code === book.code ? 'now' : ''}
              >
                <strong>{named(one.name)}</strong>
                <span className="quiet-ink">
                  {kindText(one.kind)} · {t.version({ no: one.version })} · {one.shipped ? t.shipped() : t.own()}
                </span>
              </Go>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel
        title={named(book.name)}
        note={`${t.version({ no: book.version })} · ${t.from({ day: book.fromDay })}`}
        className="playbook"
        action={
          isNewest &&
          permissions.has('emergency.setPlaybook') && (
            <Go to="/emergency/playbooks/revise" search={{ code: book.code, level: at }} className="quiet">
              {t.edit()}
            </Go>
          )
        }
      >
        <Levels book={book} at={at} />
        <LevelShown book={book} plan={book.levels[at]} />
        {before && (
          <section className="playbook-versions">
            <h3>{t.differenceTo({ no: before.version })}</h3>
            <PlaybookDifference before={before} after={book} level={at} />
          </section>
        )}
        <Versions all={all} book={book} level={at} />
      </Panel>
    </div>
  )
}

const addressOf = (book: Playbook, level: Response) => ({ code: book.code, level, version: String(book.version) })

/** The mildest first, as it would go. */
const Levels = ({ book, at }: { book: Playbook; at: Response }) => (
  <nav className="tabs" aria-label={t.levels()}>
    {RESPONSES.toReversed().map((level) => (
      <Go
        key={level}
        to="/emergency/playbooks"
        search={addressOf(book, level)}
        className={level === at ? 'tab tab-now' : 'tab'}
      >
        {levelText(level)}
      </Go>
    ))}
  </nav>
)

function Versions({ all, book, level }: { all: readonly Playbook[]; book: Playbook; level: Response }) {
  const own = all.filter(({ code }) => code === book.code).toReversed()
  return (
    <section className="playbook-versions">
      <h3>{t.versions()}</h3>
      <ul className="changes">
        {own.map((one) => (
          <li key={one.version}>
            <Go to="/emergency/playbooks" search={addressOf(one, level)}>
              {t.version({ no: one.version })}
            </Go>
            <span>{t.from({ day: one.fromDay })}</span>
            <span className="quiet-ink">{one.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

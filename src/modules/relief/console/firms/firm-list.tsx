import { counted } from '#ui/console/figures.ts'
import { When } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More } from '#ui/console/table.tsx'
import type { usePages } from '#ui/query.tsx'
import { FIRM_STATES, type listFirms } from '../../contract-firms.ts'
import { firmWords } from '../../parts/firm-messages.ts'
import { TONE_OF_FIRM } from '../../parts/firms.ts'
import type { Firm } from './act-forms.tsx'
import { firmTexts as t } from './messages.ts'

type FirmListProps = {
  list: ReturnType<typeof usePages<typeof listFirms>>
  open: boolean
  onDo: (act: 'ask' | 'say', firm: Firm) => void
}

/** Firms that somebody called on, those that stand still first. */
export const FirmList = ({ list, open, onDo }: FirmListProps) => (
  <Panel title={t.firms()} note={list.rows.length || undefined} flush className="firms-list">
    <Shown of={{ ...list, data: list.first }} lines={6}>
      {() => (
        <>
          {list.rows.length === 0 && <Empty text={t.firmsNone()} />}
          <ul aria-label={t.firms()}>
            {list.rows
              .toSorted((a, b) => FIRM_STATES.indexOf(a.state) - FIRM_STATES.indexOf(b.state))
              .map((row) => (
                <li key={row.id}>
                  <header>
                    <strong className="strong">{row.name}</strong>
                    <span className="chip" data-tone={TONE_OF_FIRM[row.state]}>
                      {firmWords[row.state]()}
                    </span>
                    <span className="firms-when num">{firmWords.atWork({ count: counted(row.workers) })}</span>
                  </header>
                  {row.note && <p>{row.note}</p>}
                  <footer>
                    <span className="quiet-ink">
                      {row.placeName} · <When at={row.saidAt} />
                    </span>
                    {open && (
                      <span className="firms-acts">
                        <button type="button" className="link" onClick={() => onDo('say', row)}>
                          {t.update()}
                          <span className="unseen"> {row.name}</span>
                        </button>
                        <button type="button" className="link" onClick={() => onDo('ask', row)}>
                          {t.askHere()}
                          <span className="unseen"> {row.name}</span>
                        </button>
                      </span>
                    )}
                  </footer>
                </li>
              ))}
          </ul>
          <More
            shown={list.rows.length}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
    </Shown>
  </Panel>
)

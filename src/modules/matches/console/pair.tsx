import { App, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { spokenRelation } from '#modules/homes/parts/relation.ts'
import { PlaceName } from '#modules/places/parts/place-name.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { When } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { decideMatch, getMatch, listMatches, matchFigures, type PairShown, type Side, undoMatch } from '../contract.ts'
import { levelWord, matchTexts as t } from './messages.ts'
import { percent } from './percent.ts'

const FRESH = [getMatch, listMatches, matchFigures]

/** Two entries side by side: what each says, how the two compare, and how much that weighs. */
export function PairView({ pair }: { pair: string }) {
  const asked = useAsk(getMatch, { pair: pair as never })
  return (
    <Shown of={asked} lines={12}>
      {(shown) => (
        <Panel
          title={t.pair()}
          note={
            <span
              className="chip"
              data-tone={shown.state === 'same' ? 'done' : shown.state === 'open' ? 'work' : 'soon'}
            >
              {t[`state_${shown.state}`]()}
            </span>
          }
          action={
            <span>
              {t.likely()} <strong>{percent(shown.likely)}</strong>
            </span>
          }
          className="pair"
        >
          <Compared shown={shown} />
          <Decide shown={shown} />
          {shown.decisions.length > 0 && <History shown={shown} />}
        </Panel>
      )}
    </Shown>
  )
}

type Line = { key: keyof typeof LABEL; cell: (side: Side) => ReactNode }
const LABEL = {
  name: t.field_name,
  number: t.field_number,
  born: t.field_born,
  sex: t.field_sex,
  phone: t.field_phone,
  home: t.field_home,
  relation: t.field_relation,
  entry: t.field_entry,
}

const LINES: readonly Line[] = [
  { key: 'name', cell: ({ name, minor }) => (minor ? `${name} (${t.minor()})` : name) },
  { key: 'number', cell: ({ documents }) => (documents > 0 ? t.documents({ n: documents }) : null) },
  { key: 'born', cell: ({ born }) => born },
  { key: 'sex', cell: ({ sex }) => sex && t[sex]() },
  { key: 'phone', cell: ({ phoneMasked }) => phoneMasked },
  { key: 'home', cell: ({ place, address }) => (place ? <Home place={place} address={address} /> : null) },
  { key: 'relation', cell: ({ relation }) => spokenRelation(relation) },
  {
    key: 'entry',
    cell: ({ entry }) => entry && t.sourceOn({ source: t[`source_${entry.source}`](), day: entry.day }),
  },
]

const Home = ({ place, address }: { place: string; address: string | null }) => (
  <>
    <PlaceName code={place} />
    {address && <div>{address}</div>}
  </>
)

function Compared({ shown }: { shown: PairShown }) {
  const most = Math.max(8, ...shown.reasons.map(({ bits }) => Math.abs(bits)))
  return (
    <table className="pair-table">
      <caption className="unseen">{t.pair()}</caption>
      <thead>
        <tr>
          <th scope="col">{t.field()}</th>
          <th scope="col">{t.first()}</th>
          <th scope="col">{t.second()}</th>
          <th scope="col">{t.compared()}</th>
          <th scope="col" title={t.weightHint()}>
            {t.weight()}
          </th>
        </tr>
      </thead>
      <tbody>
        {LINES.map(({ key, cell }) => {
          const reason = shown.reasons.find(({ field }) => field === key)
          const weighed = key !== 'relation' && key !== 'entry'
          return (
            <tr key={key}>
              <th scope="row">{LABEL[key]()}</th>
              <td>{cell(shown.a) ?? <Nothing />}</td>
              <td>{cell(shown.b) ?? <Nothing />}</td>
              <td>{reason ? levelWord(reason.field, reason.level) : weighed ? <Unsaid /> : null}</td>
              <td>{reason && <Weight bits={reason.bits} most={most} />}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Nothing = () => <span className="quiet-ink">{t.nothing()}</span>
const Unsaid = () => <span className="quiet-ink">{t.unsaid()}</span>

/** To the right speaks for one person, to the left against; the number says the same. */
const Weight = ({ bits, most }: { bits: number; most: number }) => (
  <span className="pair-weight" data-for={bits >= 0 ? '' : undefined}>
    <span aria-hidden>
      <i style={{ width: `${(Math.abs(bits) / most) * 50}%` }} />
    </span>
    {bits > 0 ? '+' : ''}
    {bits.toFixed(1)}
  </span>
)

function Decide({ shown }: { shown: PairShown }) {
  const { message } = App.useApp()
  const [kept, setKept] = useState(shown.a.id < shown.b.id ? shown.a.id : shown.b.id)
  const decide = useCall(decideMatch, FRESH)
  const undo = useCall(undoMatch, FRESH)
  const failed = decide.error ?? undo.error
  const send = (verdict: 'same' | 'different' | 'later', said: string) =>
    decide.mutate(
      { pair: shown.id, verdict, ...(verdict === 'same' ? { kept } : {}) },
      { onSuccess: () => void message.success(said) },
    )
  return (
    <div className="pair-decide">
      {shown.can.decide && (
        <>
          <div className="pair-keep">
            <span>{t.keep()}</span>
            <Radio.Group
              aria-label={t.keep()}
              value={kept}
              onChange={(event) => setKept(event.target.value === shown.a.id ? shown.a.id : shown.b.id)}
              options={[
                { value: shown.a.id, label: t.keepFirst() },
                { value: shown.b.id, label: t.keepSecond() },
              ]}
            />
            <span className="quiet-ink">{t.keepHint()}</span>
          </div>
          <div className="row">
            <button
              type="button"
              className="firm"
              disabled={decide.isPending}
              onClick={() => send('same', t.saidSame())}
            >
              {t.same()}
            </button>
            <button
              type="button"
              className="quiet"
              disabled={decide.isPending}
              onClick={() => send('different', t.saidDifferent())}
            >
              {t.different()}
            </button>
            {shown.state === 'open' && (
              <button
                type="button"
                className="quiet"
                disabled={decide.isPending}
                onClick={() => send('later', t.saidLater())}
              >
                {t.later()}
              </button>
            )}
          </div>
        </>
      )}
      {shown.can.undo && (
        <button
          type="button"
          className="quiet"
          disabled={undo.isPending}
          onClick={() => undo.mutate({ pair: shown.id }, { onSuccess: () => void message.success(t.undone()) })}
        >
          {t.undo()}
        </button>
      )}
      {failed && (
        <p role="alert" className="late-number">
          {refusalText(failed)}
        </p>
      )}
    </div>
  )
}

const History = ({ shown }: { shown: PairShown }) => (
  <section className="pair-history">
    <h3>{t.history()}</h3>
    <ol>
      {shown.decisions.map(({ verdict, at }) => (
        <li key={at}>
          {t[`verdict_${verdict}`]()} · <When at={at} />
        </li>
      ))}
    </ol>
  </section>
)

import { Form, Select } from 'antd'
import { When } from '#ui/console/moment.tsx'
import { CERTAINTIES, type Entry, SOURCES } from '../contract-entries.ts'
import { certaintyText, sourceText, sourceTexts as t } from './messages.ts'

const TONES = { certain: 'done', likely: 'soon', doubtful: 'late' } as const

/** Where one value came from, in a word; the rest on hovering. */
export function SourceChip({ entries, id }: { entries: readonly Entry[]; id: string }) {
  const entry = entries.find((one) => one.id === id)
  if (!entry) return null
  return (
    <span
      className="chip"
      data-tone={entry.certainty === 'certain' ? undefined : TONES[entry.certainty]}
      title={entry.day}
    >
      {sourceText(entry.source)}
    </span>
  )
}

/** All acts by which what is shown here came in, the newest first. */
export const Sources = ({ entries }: { entries: readonly Entry[] }) =>
  entries.length === 0 ? (
    <p className="quiet-ink">{t.none()}</p>
  ) : (
    <ul className="sources" aria-label={t.list()}>
      {entries.toReversed().map(({ id, source, certainty, day, at }) => (
        <li key={id}>
          <strong className="strong">{sourceText(source)}</strong>
          <span className="chip" data-tone={TONES[certainty]}>
            {certaintyText(certainty)}
          </span>
          <span className="quiet-ink">
            {day} · <When at={at} />
          </span>
        </li>
      ))}
    </ul>
  )

/** Fields of a form: where what is entered comes from, and how sure it is. */
export const OriginFields = () => (
  <div className="new-row">
    <Form.Item name={['origin', 'source']} label={t.source()}>
      <Select
        options={SOURCES.filter((one) => one !== 'import').map((value) => ({ value, label: sourceText(value) }))}
      />
    </Form.Item>
    <Form.Item name={['origin', 'certainty']} label={t.certainty()}>
      <Select options={CERTAINTIES.map((value) => ({ value, label: certaintyText(value) }))} />
    </Form.Item>
  </div>
)
export const USUAL_ORIGIN = { source: 'visit', certainty: 'certain' } as const

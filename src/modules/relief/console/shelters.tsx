import { counted } from '#ui/console/figures.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty } from '#ui/console/shown.tsx'
import type { ShelterView } from '../contract-evacuation.ts'
import { walkInTexts as w } from '../parts/walk-in-messages.ts'
import { reliefTexts as t } from './messages.ts'

export type ShelterAct = 'close' | 'take' | 'list'
type SheltersProps = {
  rows: readonly ShelterView[]
  open: boolean
  onAct: (act: ShelterAct, one: ShelterView) => void
}

/** Where people are taken in: who is inside, who is still to come, what is free. */
export const Shelters = ({ rows, open, onAct }: SheltersProps) => (
  <Panel title={t.shelters()} note={rows.length || undefined} className="relief-shelters">
    {rows.length === 0 && <Empty text={t.noShelters()} />}
    <ul>
      {rows.map((one) => (
        <li key={one.id}>
          <header>
            <strong>{one.name}</strong>
            <Free of={one} />
          </header>
          <div className="relief-bar" aria-hidden>
            {one.inside > 0 && <span data-state="arrived" style={{ width: part(one.inside, one) }} />}
            {one.coming > 0 && <span data-state="moving" style={{ width: part(one.coming, one) }} />}
          </div>
          <p>
            {t.inside({ count: counted(one.inside) })} · {t.coming({ count: counted(one.coming) })}
            <span className="relief-beds">
              {t.bedCount()} {counted(one.beds)}
            </span>
          </p>
          <p className="quiet-ink">
            {one.placeName} · {one.address}
          </p>
          <footer>
            {one.contact && <span className="quiet-ink">{t.contact(one.contact)}</span>}
            {open && one.can.includes('close') && (
              <Act name={one.name} text={t.close()} onPress={() => onAct('close', one)} />
            )}
          </footer>
          {open && one.can.includes('takeIn') && (
            <footer>
              <Act name={one.name} text={w.take()} onPress={() => onAct('take', one)} />
              <Act name={one.name} text={w.list()} onPress={() => onAct('list', one)} />
            </footer>
          )}
        </li>
      ))}
    </ul>
  </Panel>
)

const Act = ({ name, text, onPress }: { name: string; text: string; onPress: () => void }) => (
  <button type="button" className="link" onClick={onPress}>
    {text}
    <span className="unseen"> {name}</span>
  </button>
)

const part = (people: number, { beds, inside, coming }: ShelterView): string =>
  `${(100 * people) / Math.max(beds, inside + coming)}%`

function Free({ of: { free, beds, inside, coming } }: { of: ShelterView }) {
  const over = inside + coming - beds
  const tone = free > 0 ? 'done' : over > 0 ? 'late' : 'soon'
  return (
    <span className="chip" data-tone={tone}>
      {free > 0 ? t.free({ count: counted(free) }) : over > 0 ? t.over({ count: counted(over) }) : t.full()}
    </span>
  )
}

import { counted } from '#ui/console/figures.ts'
import { When } from '#ui/console/moment.tsx'
import type { SweepView } from '../../contract-sweeps.ts'
import { ListChooser } from '../list-chooser.tsx'
import { sweepTexts as t } from './messages.ts'

type SweepListProps = { rows: readonly SweepView[]; chosen: string; onChoose: (id: string) => void }

/** The newest first; each says what is left of it in my reach. */
export const SweepList = (props: SweepListProps) => (
  <ListChooser
    {...props}
    title={t.sweeps()}
    chip={(row) => <Left of={row} />}
    done={({ doors, left }) => (doors > 0 ? (doors - left) / doors : 0)}
  >
    {(row) => (
      <>
        <span className="quiet-ink">
          {row.placeName} · {t.doors({ count: counted(row.doors) })}
        </span>
        <span className="quiet-ink">
          <When at={row.startedAt} /> {row.by && `· ${t.by(row.by)}`}
        </span>
        {row.help > 0 && (
          <span className="chip" data-tone="late">
            {t.help({ count: counted(row.help) })}
          </span>
        )}
      </>
    )}
  </ListChooser>
)

function Left({ of: { closedAt, left } }: { of: SweepView }) {
  if (closedAt) return <span className="chip">{t.closed()}</span>
  return (
    <span className="chip" data-tone={left > 0 ? 'soon' : 'done'}>
      {left > 0 ? t.left({ count: counted(left) }) : t.allDone()}
    </span>
  )
}

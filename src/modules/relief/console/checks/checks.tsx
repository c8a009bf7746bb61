import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useAsk, useLive } from '#ui/query.tsx'
import { type CheckView, endedChecks, listChecks } from '../../contract-checks.ts'
import { minuteText } from '../../parts/minute.ts'
import { ListChooser } from '../list-chooser.tsx'
import { useOpened } from '../opened.ts'
import { ToolPage } from '../tool-page.tsx'
import { CloseCheck, SignCheck } from './check-forms.tsx'
import { CHECK_COUNTS } from './counts.ts'
import { Ended } from './ended.tsx'
import { checkTexts as t } from './messages.ts'
import { OneCheck } from './one-check.tsx'
import '../relief.css'
import './checks.css'

/** 定向排查: lists of people, each with what it rests on, who signed for it, how far it is, and the day on which it dies. */
export function ChecksPage() {
  const { place } = useScope()
  const { asked, isOpen } = useOpened(place)
  const [address, change] = useAddress()
  const [doing, setDoing] = useState<{ what: 'sign' | 'close'; of: CheckView }>()
  const checks = useAsk(listChecks, { place }, { everyMs: 30_000 })
  const ended = useAsk(endedChecks, { place })
  useLive('relief.', [...CHECK_COUNTS, endedChecks])
  const rows = checks.data?.rows ?? []
  const open = isOpen('relief.checks')
  const chosen = rows.find(({ id }) => id === address['check']) ?? rows[0]
  const known = asked.data && checks.data && ended.data
  const close = () => setDoing(undefined)
  return (
    <ToolPage
      tool="relief.checks"
      nothing={Boolean(known) && !open && rows.length === 0 && ended.data?.rows.length === 0}
      actions={open && <Lay place={place} />}
    >
      <Shown of={checks} lines={10}>
        {() => (
          <div className="checks">
            <div className="checks-beside">
              {rows.length > 0 && (
                <Lists rows={rows} chosen={chosen?.id ?? ''} onChoose={(id) => change({ check: id })} />
              )}
              <Shown of={ended}>{(answer) => <Ended rows={answer.rows} />}</Shown>
            </div>
            {chosen ? (
              <OneCheck key={chosen.id} check={chosen} open={open} onAct={(what) => setDoing({ what, of: chosen })} />
            ) : (
              <section className="panel relief-none">
                <Empty text={t.none()}>
                  <p>{t.noneHint()}</p>
                </Empty>
              </section>
            )}
          </div>
        )}
      </Shown>
      {doing?.what === 'sign' && <SignCheck of={doing.of} onClose={close} />}
      {doing?.what === 'close' && <CloseCheck of={doing.of} onClose={close} />}
    </ToolPage>
  )
}

function Lay({ place }: { place: string }) {
  const { permissions } = useActing()
  return (
    permissions.has('relief.startCheck') && (
      <Go to="/relief/checks/lay" search={{ place }} className="firm">
        <Plus size={16} aria-hidden />
        {t.lay()}
      </Go>
    )
  )
}

type ListsProps = { rows: readonly CheckView[]; chosen: string; onChoose: (id: string) => void }
const Lists = (props: ListsProps) => (
  <ListChooser
    {...props}
    title={t.checks()}
    chip={(row) => <Left of={row} />}
    done={({ lines, left }) => (lines > 0 ? (lines - left) / lines : 0)}
  >
    {({ source, placeName, lines, until }) => (
      <>
        <span className="quiet-ink">
          {source} · {placeName}
        </span>
        <span className="quiet-ink">
          {t.people({ count: counted(lines) })} · {t.until({ when: minuteText(until) })}
        </span>
      </>
    )}
  </ListChooser>
)

function Left({ of: { waiting, left, lines } }: { of: CheckView }) {
  if (waiting > 0)
    return (
      <span className="chip" data-tone="soon">
        {t.toSign({ count: counted(waiting) })}
      </span>
    )
  return (
    <span className="chip" data-tone={left > 0 ? 'work' : 'done'}>
      {left > 0 || lines === 0 ? t.left({ count: counted(left) }) : t.allDone()}
    </span>
  )
}

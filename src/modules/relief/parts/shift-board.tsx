import CalendarCheck from 'lucide-react/icons/calendar-check'
import { useState } from 'react'
import { nearName } from '#modules/cases/parts/near.ts'
import { newId } from '#ui/call.ts'
import { Answered, Empty, Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { TextBox } from '#ui/kit/field.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { Tabs } from '#ui/kit/tabs.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { claimSeat, leaveSeat, listShifts, type ShiftView } from '../contract-shifts.ts'
import { shiftWords as t } from './shift-messages.ts'
import { gapOf, spanText, whyNoSeat } from './shift-time.ts'

type BoardProps = {
  up: string
  /** Where shifts are looked for; undefined: around the own post. */
  place: string | undefined
  /** What is near to here comes first. */
  here: string | undefined
}

/** My shifts, and those near me where somebody is wanted. */
export function ShiftBoard({ up, place, here }: BoardProps) {
  const mine = useAsk(listShifts, { mine: true })
  const all = useAsk(listShifts, place ? { place } : {})
  const [view, setView] = useState<'mine' | 'open'>()
  const wanted = (all.data?.rows ?? []).filter((row) => row.can.includes('claim')).toSorted(nearFirst(here))
  const own = mine.data?.rows ?? []
  const chosen = view ?? (own.length > 0 ? 'mine' : 'open')
  return (
    <Screen title={t.title()} sub={t.sub()} up={up}>
      <Answered asked={mine} rows={3}>
        {() => (
          <>
            <Tabs
              label={t.views()}
              tabs={[
                { key: 'mine', text: t.myShifts(), count: own.length },
                { key: 'open', text: t.wanted(), count: wanted.length },
              ]}
              chosen={chosen}
              onChoose={setView}
            />
            {chosen === 'mine' ? (
              <Cards rows={own} none={t.noneMine()} />
            ) : (
              <Answered asked={all} rows={3}>
                {({ rows }) => <Cards rows={wanted} none={rows.length === 0 ? t.closed() : t.noneOpen()} />}
              </Answered>
            )}
          </>
        )}
      </Answered>
    </Screen>
  )
}

/** How many digits of the code agree with here; then what begins first. */
const nearFirst =
  (here = '') =>
  (a: ShiftView, b: ShiftView): number =>
    shared(b.place, here) - shared(a.place, here) || a.starts.localeCompare(b.starts)
const LEVELS = [6, 9, 12] as const
const shared = (place: string, here: string): number =>
  LEVELS.filter((length) => here.length >= length && place.slice(0, length) === here.slice(0, length)).length

function Cards({ rows, none }: { rows: readonly ShiftView[]; none: string }) {
  if (rows.length === 0)
    return (
      <Card>
        <Empty icon={<CalendarCheck aria-hidden />} text={none} />
      </Card>
    )
  return rows.map((row) => <One key={row.id} of={row} />)
}

const CHANGED = [listShifts]
function One({ of }: { of: ShiftView }) {
  const now = useNow()
  const claim = useCall(claimSeat, CHANGED)
  const [leaving, setLeaving] = useState(false)
  const why = claim.error && whyNoSeat(claim.error)
  const take = () => claim.mutate({ id: newId() as never, shift: of.id }, { onSuccess: () => toast(t.claimed()) })
  return (
    <Card>
      <div>
        <h2 className="row-title">
          {of.spot} · {of.title}
        </h2>
        <p>{spanText(of, now)}</p>
        <p className="quiet">
          {nearName(of.placeName)} · {t.seats(of)}
        </p>
      </div>
      <State tone={of.mine ? 'done' : 'soon'} text={of.mine ? t.mine() : t.gap({ count: gapOf(of) })} />
      {why ? <p role="alert">{why}</p> : <Failure error={claim.error} />}
      {of.mine ? (
        <Button look="plain" onClick={() => setLeaving(true)}>
          {t.leave()}
          <span className="unseen"> {of.spot}</span>
        </Button>
      ) : (
        <Button look="soft" wide busy={claim.isPending} onClick={take}>
          {t.claim()}
          <span className="unseen"> {of.spot}</span>
        </Button>
      )}
      {leaving && of.mine && <LeaveSheet seat={of.mine} onClose={() => setLeaving(false)} />}
    </Card>
  )
}

function LeaveSheet({ seat, onClose }: { seat: NonNullable<ShiftView['mine']>; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const leave = useCall(leaveSeat, CHANGED)
  const wrong = reason.trim().length < 2
  const send = () => {
    if (wrong) return setTried(true)
    leave.mutate({ id: seat, reason: reason.trim() }, { onSuccess: () => (toast(t.left()), onClose()) })
  }
  return (
    <Sheet title={t.leave()} onClose={onClose}>
      <p className="quiet">{t.leaveLead()}</p>
      <TextBox
        label={t.why()}
        rows={2}
        maxLength={500}
        value={reason}
        onText={setReason}
        error={tried && wrong ? t.whyNeeded() : undefined}
      />
      <Failure error={leave.error} />
      <Button wide busy={leave.isPending} onClick={send}>
        {t.leave()}
      </Button>
    </Sheet>
  )
}

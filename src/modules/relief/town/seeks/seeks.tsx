import Handshake from 'lucide-react/icons/handshake'
import Plus from 'lucide-react/icons/plus'
import UserSearch from 'lucide-react/icons/user-search'
import { nearName } from '#modules/cases/parts/near.ts'
import { Answered, Empty, Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Note } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { listSeeks, type SeekView, withdrawSeek } from '../../contract-reunification.ts'
import { useOpenTool } from '../../parts/opened.ts'
import { ownSeekTexts as t } from './messages.ts'

/** Whom I look for or found, and what came of it; nothing is shown of anybody else. */
export function OwnSeeks() {
  const asked = useAsk(listSeeks, { mine: true, limit: 50 })
  const open = useOpenTool('relief.reunification')
  const dock = open && (
    <GoButton to="/relief/seeks/new" wide>
      <Plus aria-hidden />
      {t.add()}
    </GoButton>
  )
  return (
    <Screen title={t.title()} sub={t.sub()} up="/" dock={dock || undefined}>
      <Answered asked={asked} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon={<UserSearch aria-hidden />} text={open === false ? t.closed() : t.none()} />
            </Card>
          ) : (
            rows.toSorted((a, b) => b.saidAt.localeCompare(a.saidAt)).map((row) => <One key={row.id} of={row} />)
          )
        }
      </Answered>
    </Screen>
  )
}

const TONE = { open: 'work', matched: 'done', withdrawn: 'void' } as const

function One({ of }: { of: SeekView }) {
  const now = useNow()
  const taking = useCall(withdrawSeek, [listSeeks])
  const who = [of.name ?? t.unnamed(), of.sex && t[of.sex](), of.age !== null && t.about({ age: of.age })]
  return (
    <Card>
      <div>
        <h2 className="row-title">{who.filter(Boolean).join(' · ')}</h2>
        <p>{of.description}</p>
        <p className="quiet">
          {t[of.kind]()} · {nearName(of.placeName)} · {moment(of.saidAt, now)}
        </p>
      </div>
      <State tone={TONE[of.state]} text={t[of.state]()} />
      {of.state === 'open' && <p className="quiet">{t.openLead()}</p>}
      {of.state === 'matched' && (
        <Note tone="done" icon={<Handshake aria-hidden />}>
          <p>{of.matchedBy ? t.matchedLead(of.matchedBy) : t.matchedOffice()}</p>
        </Note>
      )}
      <Failure error={taking.error} />
      {of.can.includes('withdraw') && (
        <Button
          look="plain"
          busy={taking.isPending}
          onClick={() => taking.mutate({ id: of.id }, { onSuccess: () => toast(t.withdrawnDone()) })}
        >
          {t.withdraw()}
        </Button>
      )}
    </Card>
  )
}

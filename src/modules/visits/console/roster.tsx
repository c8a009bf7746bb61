import UsersRound from 'lucide-react/icons/users-round'
import { App } from 'antd'
import { useActing } from '#ui/console/acting.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import type { OutputOf } from '#kernel/contract.ts'
import {
  answerMeeting,
  cancelMeeting,
  listFieldDays,
  listMeetings,
  listOutings,
  type Outing,
} from '../contract-days.ts'
import { visitWords } from '../parts/messages.ts'
import { tuesdayTexts as t } from './messages.ts'
import type { Task } from './tuesday-forms.tsx'

type Doing = { day: string; onTask: (task: Task) => void }

/** Who goes down on the day that is picked, and my meetings of that day. */
export function Roster({ day, onTask }: Doing) {
  const { permissions } = useActing()
  const asked = useAsk(listOutings, { from: day, to: day, limit: 100 })
  const action = permissions.has('visits.planOuting') && (
    <button type="button" className="link" onClick={() => onTask({ kind: 'outing', day })}>
      <UsersRound size={15} aria-hidden /> {t.plan()}
    </button>
  )
  return (
    <Panel title={t.roster({ day })} action={action} flush className="tuesday-roster">
      <Shown of={asked} lines={6}>
        {({ rows }) => (
          <Table
            caption={t.roster({ day })}
            rows={rows}
            keyOf={({ id }) => id}
            empty={<Empty text={t.rosterNone()} />}
            columns={[
              {
                key: 'village',
                title: t.village(),
                width: 150,
                cell: ({ villageName }) => <strong className="strong">{villageName}</strong>,
              },
              { key: 'team', title: t.team(), cell: (row) => <Team of={row} /> },
              {
                key: 'about',
                title: t.about(),
                width: 140,
                cell: ({ about }) => <span title={about}>{about || '—'}</span>,
              },
              { key: 'found', title: t.found(), width: 84, end: true, cell: ({ problems }) => problems || '—' },
              ...(rows.some(({ can }) => can.length > 0)
                ? [
                    {
                      key: 'do',
                      title: t.actions(),
                      width: 138,
                      cell: (row: Outing) => <Change of={row} onTask={onTask} />,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Shown>
      <Meetings day={day} />
    </Panel>
  )
}

const Team = ({ of: { team } }: { of: Outing }) => (
  <span title={team.map(({ name, title }) => `${name} ${title}`).join('\n')}>
    {team.map(({ name }) => name).join(visitWords.comma())}
  </span>
)

const Change = ({ of: row, onTask }: { of: Outing; onTask: (task: Task) => void }) => (
  <span className="row">
    {row.can.includes('change') && (
      <button type="button" className="link" onClick={() => onTask({ kind: 'outing', day: row.day, was: row })}>
        {t.change()}
      </button>
    )}
    {row.can.includes('cancel') && (
      <button type="button" className="link" onClick={() => onTask({ kind: 'cancelOuting', was: row })}>
        {t.cancel()}
      </button>
    )}
  </span>
)

function Meetings({ day }: { day: string }) {
  const asked = useAsk(listMeetings, { from: day, limit: 50 })
  const rows = (asked.data?.rows ?? []).filter((one) => one.day === day)
  return (
    <>
      {rows.map((meeting) => (
        <OneMeeting key={meeting.id} meeting={meeting} />
      ))}
    </>
  )
}

function OneMeeting({ meeting }: { meeting: OutputOf<typeof listMeetings>['rows'][number] }) {
  const { post } = useActing()
  const { message } = App.useApp()
  const answer = useCall(answerMeeting, [listMeetings])
  const cancel = useCall(cancelMeeting, [listMeetings, listFieldDays])
  const count = (wanted: 'yes' | 'no' | null) => meeting.invited.filter((one) => one.answer === wanted).length
  const invited = meeting.invited.find((one) => one.post === post)
  return (
    <div className="meeting">
      <strong className="strong">
        {meeting.from}–{meeting.to} {meeting.title}
      </strong>
      <span className="row">
        {meeting.cancelled && <span className="quiet-ink">{t.calledOff()}</span>}
        {!meeting.cancelled && invited && invited.answer === null && (
          <>
            <button type="button" className="link" onClick={() => answer.mutate({ id: meeting.id, coming: true })}>
              {t.coming()}
            </button>
            <button type="button" className="link" onClick={() => answer.mutate({ id: meeting.id, coming: false })}>
              {t.notComing()}
            </button>
          </>
        )}
        {!meeting.cancelled && meeting.mine && (
          <button
            type="button"
            className="link"
            onClick={() => cancel.mutate({ id: meeting.id }, { onSuccess: () => void message.success(t.calledOff()) })}
          >
            {t.callOff()}
          </button>
        )}
      </span>
      <small>
        {meeting.where} · {meeting.by?.name}
      </small>
      <small>{t.answers({ yes: count('yes'), no: count('no'), open: count(null) })}</small>
    </div>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { Drawer } from 'antd'
import BellIcon from 'lucide-react/icons/bell'
import { useState } from 'react'
import { leadsOf } from '#apps/faces/leads.ts'
import { myNotices, readNotices } from '#modules/notices/contract.ts'
import { noticeText } from '#modules/notices/messages.ts'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { When } from '#ui/console/moment.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { frameTexts as t } from '../messages.ts'

const MINUTE_MS = 60_000
const leadOf = leadsOf('console')

/** What was sent to me or to my post. */
export function Bell() {
  const [open, setOpen] = useState(false)
  const asked = useAsk(myNotices, { limit: 50 }, { everyMs: MINUTE_MS })
  const unread = asked.data?.unread ?? 0
  return (
    <>
      <button
        type="button"
        className="bar-icon"
        aria-label={unread > 0 ? t.noticesUnread({ count: unread }) : t.notices()}
        onClick={() => setOpen(true)}
      >
        <BellIcon size={18} aria-hidden />
        {unread > 0 && <span className="bar-count">{unread > 99 ? '99+' : unread}</span>}
      </button>
      <Drawer title={t.notices()} open={open} onClose={() => setOpen(false)} size={420} destroyOnHidden>
        <Shown of={asked}>{({ rows }) => <Notices rows={rows} onOpened={() => setOpen(false)} />}</Shown>
      </Drawer>
    </>
  )
}

type Rows = NonNullable<ReturnType<typeof useAsk<typeof myNotices>>['data']>['rows']

function Notices({ rows, onOpened }: { rows: Rows; onOpened: () => void }) {
  const navigate = useNavigate()
  const read = useCall(readNotices, [myNotices])
  const unread = rows.filter(({ readAt }) => readAt === null).map(({ id }) => id)
  const open = (id: Rows[number]['id'], lead: string) => {
    read.mutate({ ids: [id] })
    onOpened()
    void navigate({ to: lead as '/' })
  }
  if (rows.length === 0) return <Empty text={t.noNotices()} />
  return (
    <>
      {unread.length > 0 && (
        <button type="button" className="quiet" onClick={() => read.mutate({ ids: unread })}>
          {t.readAll()}
        </button>
      )}
      <ul className="notices">
        {rows.map((notice) => (
          <One key={notice.id} notice={notice} onOpen={open} />
        ))}
      </ul>
    </>
  )
}

function One({ notice, onOpen }: { notice: Rows[number]; onOpen: (id: Rows[number]['id'], lead: string) => void }) {
  const { id, kind, params, at, readAt, urgent } = notice
  const lead = leadOf(notice)
  return (
    <li data-unread={readAt === null ? '' : undefined} data-urgent={urgent ? '' : undefined}>
      <p>{noticeText(kind, params)}</p>
      <span className="quiet-ink">
        <When at={at} />
      </span>
      {lead && (
        <button type="button" className="link" onClick={() => onOpen(id, lead)}>
          {t.openNotice()}
        </button>
      )}
    </li>
  )
}

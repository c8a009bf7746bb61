import Bell from 'lucide-react/icons/bell'
import type { OutputOf } from '#kernel/contract.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { goTo } from '#ui/route.tsx'
import { Home } from '#ui/kit/screen.tsx'
import { RowButton, Rows } from '#ui/kit/row.tsx'
import { said } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { useCall, usePages } from '#ui/query.tsx'
import { ago } from '#ui/time.ts'
import { myNotices, readNotices } from '../contract.ts'
import { noticeText } from '../messages.ts'
import { listTexts as t } from './list-messages.ts'

type Noticed = OutputOf<typeof myNotices>['rows'][number]

/** Notices to me or to my post, newest first; opening one marks it as read. `leadOf`: where the face it stands in shows the matter. */
export function Notices({ leadOf }: { leadOf: (notice: Noticed) => string | undefined }) {
  const pages = usePages(myNotices, { limit: 30 })
  const read = useCall(readNotices, [myNotices])
  const unread = pages.rows.filter(({ readAt }) => readAt === null).map(({ id }) => id)
  const open = (notice: Noticed) => {
    if (notice.readAt === null) read.mutate({ ids: [notice.id] })
    const lead = leadOf(notice)
    if (lead) goTo(lead)
  }
  const count = pages.first?.unread ?? 0
  return (
    <Home title={t.title()} sub={count > 0 ? t.unread({ count }) : t.allRead()}>
      <Answered asked={{ data: pages.first, error: pages.error, refetch: pages.refetch }}>
        {() =>
          pages.rows.length === 0 ? (
            <Card>
              <Empty icon={<Bell aria-hidden />} text={t.none()} />
            </Card>
          ) : (
            <Card flush>
              <Rows>
                {pages.rows.map((notice) => (
                  <One key={notice.id} notice={notice} onOpen={() => open(notice)} />
                ))}
              </Rows>
            </Card>
          )
        }
      </Answered>
      {unread.length > 0 && (
        <Button look="plain" wide busy={read.isPending} onClick={() => read.mutate({ ids: unread.slice(0, 200) })}>
          {t.readAll()}
        </Button>
      )}
      {pages.hasNextPage && (
        <Button look="plain" wide busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {said.more()}
        </Button>
      )}
    </Home>
  )
}

function One({ notice, onOpen }: { notice: Noticed; onOpen: () => void }) {
  const now = useNow()
  const state =
    notice.readAt === null ? (
      <State tone={notice.urgent ? 'late' : 'work'} text={notice.urgent ? t.urgent() : t.new()} />
    ) : undefined
  const sub = [ago(notice.at, now), notice.sms === 'sent' && t.sms()].filter(Boolean).join(' · ')
  return (
    <RowButton
      title={<span className={notice.readAt ? 'read' : ''}>{noticeText(notice.kind, notice.params)}</span>}
      sub={sub}
      state={state}
      onPress={onOpen}
    />
  )
}

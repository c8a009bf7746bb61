import ListTodo from 'lucide-react/icons/list-todo'
import { useState } from 'react'
import type { z } from 'zod'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { Rows } from '#ui/kit/row.tsx'
import { Home } from '#ui/kit/screen.tsx'
import { Tabs } from '#ui/kit/tabs.tsx'
import { said } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { useLive, usePages } from '#ui/query.tsx'
import { goTo } from '#ui/route.tsx'
import { useSettled } from '#ui/settled.ts'
import { listCases } from '../contract.ts'
import { CaseItem, CHANGED } from './case-row.tsx'
import { listTexts as t } from './messages.ts'

const VIEWS = {
  mine: { mine: true, open: true, sort: 'due' },
  soon: { open: true, dueSoon: true, sort: 'due' },
  late: { open: true, late: true, sort: 'due' },
  open: { open: true, sort: 'newest' },
  closed: { open: false, sort: 'newest' },
} as const satisfies Record<string, z.input<typeof listCases.input>>
type View = keyof typeof VIEWS

const isView = (view: string | undefined): view is View => view !== undefined && view in VIEWS

/** Cases of the own scope; which ones stands in the address, so that "back" finds the same list. */
export function Cases({ view: asked, sub }: { view: string | undefined; sub: string }) {
  const view = isView(asked) ? asked : 'mine'
  const [text, setText] = useState('')
  const wanted = useSettled(text.trim())
  const now = useNow()
  const pages = usePages(listCases, { ...VIEWS[view], ...(wanted ? { text: wanted } : {}), limit: 30 })
  useLive('cases.', CHANGED)
  const total = pages.first?.total
  return (
    <Home title={t.title()} sub={sub}>
      <Card>
        <TextField
          label={t.search()}
          type="search"
          value={text}
          onText={setText}
          autoComplete="off"
          enterKeyHint="search"
        />
        <Tabs
          label={t.views()}
          tabs={(Object.keys(VIEWS) as View[]).map((key) => ({ key, text: t[key]() }))}
          chosen={view}
          onChoose={(next) => goTo('/cases', { replace: true, search: { view: next } })}
        />
      </Card>
      <div role="status" className="quiet">
        {total !== null && total !== undefined && t.total({ count: total })}
      </div>
      <Answered asked={{ data: pages.first, error: pages.error, refetch: pages.refetch }}>
        {() =>
          pages.rows.length === 0 ? (
            <Card>
              <Empty
                icon={<ListTodo aria-hidden />}
                text={wanted ? t.noneFor({ text: wanted }) : view === 'late' ? t.noneLate() : t.none()}
              />
            </Card>
          ) : (
            <Card flush>
              <Rows label={t.title()}>
                {pages.rows.map((row) => (
                  <CaseItem key={row.id} row={row} now={now} />
                ))}
              </Rows>
            </Card>
          )
        }
      </Answered>
      {pages.hasNextPage && (
        <Button look="plain" wide busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {said.more()}
        </Button>
      )}
    </Home>
  )
}

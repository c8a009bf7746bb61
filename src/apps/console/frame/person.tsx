import { useNavigate } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useState } from 'react'
import { BreakGlass } from '#modules/consents/console/glass.tsx'
import { glassTexts } from '#modules/consents/console/glass-messages.ts'
import { actAs, type Me, signOut } from '#modules/signin/contract.ts'
import { queries, useCall } from '#ui/query.tsx'
import { frameTexts as t } from '../messages.ts'

const BREAK = 'consents.breakGlass'

/** Who acts, in which post; another post is another scope, so everything is asked anew. */
export function Person({ me }: { me: Me }) {
  const [breaking, setBreaking] = useState(false)
  const items = useItems(me, () => setBreaking(true))
  const name = me.person?.name ?? ''
  return (
    <>
      <BreakGlass open={breaking} onClose={() => setBreaking(false)} />
      <Dropdown menu={items} trigger={['click']} placement="bottomRight">
        <button type="button" className="bar-person" aria-label={t.actingAs({ title: me.acting?.title ?? name })}>
          <span className="bar-face" aria-hidden>
            {name.slice(0, 1)}
          </span>
          <span className="bar-who">
            <strong>{name}</strong>
            <span>{me.acting?.title}</span>
          </span>
          <ChevronDown size={14} aria-hidden />
        </button>
      </Dropdown>
    </>
  )
}

function useItems(me: Me, onBreak: () => void): MenuProps {
  const navigate = useNavigate()
  const change = useCall(actAs)
  const leave = useCall(signOut)
  const act = async (post: string) => {
    await change.mutateAsync({ post: post as Me['posts'][number]['id'] })
    queries.clear()
    await navigate({ to: '/', reloadDocument: true })
  }
  const out = async () => {
    await leave.mutateAsync({})
    queries.clear()
    await navigate({ to: '/sign-in', reloadDocument: true })
  }
  const others = me.posts.filter(({ id }) => id !== me.acting?.id)
  return {
    items: [
      ...(others.length > 0
        ? [
            {
              key: 'posts',
              type: 'group' as const,
              label: t.switchPost(),
              children: others.map(({ id, title, placeName }) => ({
                key: id,
                label: `${title} · ${placeName}`,
                onClick: () => void act(id),
              })),
            },
            { key: 'line', type: 'divider' as const },
          ]
        : []),
      ...(me.permissions.includes(BREAK) ? [{ key: 'glass', label: glassTexts.open(), onClick: onBreak }] : []),
      { key: 'phones', label: t.phones(), onClick: () => void navigate({ to: '/phones' }) },
      { key: 'account', label: t.account(), onClick: () => void navigate({ to: '/account' }) },
      {
        key: 'docs',
        label: (
          <a href="/api/docs" target="_blank" rel="noreferrer">
            {t.apiDocs()}
          </a>
        ),
      },
      { key: 'out', label: t.signOut(), onClick: () => void out() },
    ],
  }
}

import { When } from '#ui/console/moment.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { listSessions, revokeSession } from '../contract.ts'
import { consoleSignin as t } from './messages.ts'

const WAYS = { password: t.way_password, code: t.way_code, oidc: t.way_oidc } as const

export function Sessions() {
  const sessions = useAsk(listSessions, {})
  const revoke = useCall(revokeSession, [listSessions])
  return (
    <Shown of={sessions}>
      {({ rows }) => (
        <Table
          caption={t.sessions()}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { key: 'agent', title: t.device(), cell: ({ agent }) => <span title={agent}>{agent}</span> },
            { key: 'address', title: t.address(), width: 140, cell: ({ address }) => address },
            { key: 'way', title: t.way(), width: 120, cell: ({ way }) => WAYS[way]() },
            { key: 'started', title: t.started(), width: 150, cell: ({ startedAt }) => <When at={startedAt} /> },
            { key: 'seen', title: t.seen(), width: 150, cell: ({ seenAt }) => <When at={seenAt} /> },
            {
              key: 'revoke',
              title: t.revokeAction(),
              width: 130,
              cell: ({ id, current }) =>
                current ? (
                  <span className="chip" data-tone="done">
                    {t.current()}
                  </span>
                ) : (
                  <button type="button" className="link" onClick={() => revoke.mutate({ id })}>
                    {t.revoke()}
                  </button>
                ),
            },
          ]}
        />
      )}
    </Shown>
  )
}

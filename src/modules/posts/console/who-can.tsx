import { Select } from 'antd'
import { StaffTabs } from '#modules/people/parts/staff-tabs.tsx'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { listPermissions, whoCan } from '../contract.ts'
import { postTexts as t, reachText, roleText } from './messages.ts'
import { PostTable } from './posts.tsx'

const USUAL = 'cases.assign'

/** 谁能办: the grants table asked from the other side. */
export function WhoCanPage() {
  const { place: top } = useActing()
  const [address, change] = useAddress()
  const permission = address['permission'] ?? USUAL
  const place = address['place'] ?? top
  const all = useAsk(listPermissions, {})
  const found = useAsk(whoCan, { permission, place })
  return (
    <Page title={t.whoCan()} trail={<StaffTabs now="who-can" />} className="page-fit">
      <div className="who-can">
        <div className="panel list-filters">
          <div className="filters">
            <Select
              aria-label={t.permission()}
              style={{ width: 260 }}
              showSearch
              value={permission}
              options={(all.data?.rows ?? []).map((row) => ({ value: row.permission, label: row.permission }))}
              onChange={(value: string) => change({ permission: value })}
            />
            <PlaceSelect
              label={t.place()}
              width={240}
              value={place}
              onChange={(code) => change({ place: code ?? undefined })}
            />
            <span className="quiet-ink">{t.whoCanLead()}</span>
          </div>
        </div>
        <Panel title={t.roles()} flush>
          <Shown of={found}>
            {({ roles }) => (
              <Table
                caption={t.roles()}
                rows={roles}
                keyOf={({ role, reach }) => `${role} ${reach}`}
                empty={<Empty text={t.noHolders()} />}
                columns={[
                  { key: 'role', title: t.role(), cell: ({ role }) => roleText(role) },
                  { key: 'reach', title: t.reach(), cell: ({ reach }) => reachText(reach) },
                ]}
              />
            )}
          </Shown>
        </Panel>
        <Panel title={t.holders()} flush>
          <Shown of={found}>
            {({ posts }) => (posts.length === 0 ? <Empty text={t.noHolders()} /> : <PostTable rows={posts} />)}
          </Shown>
        </Panel>
      </div>
    </Page>
  )
}

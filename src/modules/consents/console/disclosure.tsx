import { Segmented } from 'antd'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Page } from '#ui/console/page.tsx'
import { useAsk } from '#ui/query.tsx'
import { listDelays } from '../contract-disclosure.ts'
import { Delays } from './delays.tsx'
import { Glasses } from './glasses.tsx'
import { disclosureTexts as t } from './glass-messages.ts'
import { Outside } from './outside.tsx'

const TABS = [
  { value: 'glasses', permission: 'consents.glasses', show: Glasses, label: t.glasses },
  { value: 'delays', permission: 'consents.delays', show: Delays, label: t.delays },
  { value: 'outside', permission: 'consents.outside', show: Outside, label: t.outside },
] as const

/** 查看与告知: who saw beyond his reach, what a person is told later, and which registers outside tell of looks. */
export function DisclosurePage() {
  const { permissions } = useActing()
  const [address, change] = useAddress()
  const offered = TABS.filter(({ permission }) => permissions.has(permission))
  const asked = useAsk(listDelays, { state: 'pending', limit: 50 }, { when: permissions.has('consents.delays') })
  const pending = asked.data?.rows.length ?? 0
  // What waits for a decision comes first.
  const first = pending > 0 ? offered.find(({ value }) => value === 'delays') : undefined
  const chosen = offered.find(({ value }) => value === address['show']) ?? first ?? offered[0]
  if (!chosen) return null
  return (
    <Page title={t.title()}>
      <div className="stack">
        <Segmented
          name="show"
          aria-label={t.tabs()}
          value={chosen.value as string}
          options={offered.map(({ value, label }) => ({
            value: value as string,
            label: value === 'delays' && pending > 0 ? t.delaysPending({ count: pending }) : label(),
          }))}
          onChange={(show) => change({ show })}
        />
        <chosen.show />
      </div>
    </Page>
  )
}

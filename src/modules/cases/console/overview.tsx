import type { ReactNode } from 'react'
import { ScopeTrail, useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { Page } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { getFigures } from '../contract-figures.ts'
import { overviewTexts as t } from './messages.ts'
import { Children } from './overview-children.tsx'
import { Classes } from './overview-classes.tsx'
import { Days } from './overview-days.tsx'
import { Facts } from './overview-facts.tsx'
import { Hours } from './overview-hours.tsx'
import { Late } from './overview-late.tsx'
import { CaseMap, FigureMap } from './overview-map.tsx'
import { Yours } from './overview-yours.tsx'
import './overview.css'

const MINUTE_MS = 60_000

/**
 * 总览: five facts, who is behind, where it is, what waits for me and how the day goes, on one screen. `facts`: what stands in
 * place of the five while something else matters more; `actions`: beside its name.
 */
export function OverviewPage({ facts, actions }: { facts?: ReactNode; actions?: ReactNode }) {
  const { place } = useScope()
  const { permissions } = useActing()
  const reads = permissions.has('cases.read')
  const figures = useAsk(getFigures, { place }, { everyMs: MINUTE_MS })
  return (
    <Page title={t.title()} trail={<ScopeTrail every />} actions={actions} className="page-fit">
      <div className="overview">
        <div className="overview-facts panel">
          {facts ?? (
            <Shown of={figures} lines={2}>
              {(found) => <Facts figures={found} place={place} />}
            </Shown>
          )}
        </div>
        <div className="overview-left">
          <Children figures={figures} />
          {reads ? <Late place={place} /> : <Days figures={figures} />}
        </div>
        <div className="overview-middle">
          {reads ? <CaseMap /> : <FigureMap figures={figures.data} />}
          <Hours figures={figures} />
        </div>
        <div className="overview-right">
          {reads && <Yours place={place} />}
          <Classes figures={figures} place={place} />
        </div>
      </div>
    </Page>
  )
}

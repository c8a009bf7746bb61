import { named } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { Meters } from '#ui/console/charts.tsx'
import { counted } from '#ui/console/figures.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { overviewTexts as t } from './messages.ts'
import type { Asked } from './overview-children.tsx'
import { ToCases } from './to-cases.tsx'

const SHOWN = 6
/** All classes there are, where nothing else needs the room. */
const EVERY = 14

/** What the open cases are about. */
export function Classes({ figures, place }: { figures: Asked; place: string }) {
  const { permissions } = useActing()
  return (
    <Panel title={t.byClass()} className="overview-classes">
      <Shown of={figures} lines={5}>
        {({ classes }) => {
          const most = classes
            .filter(({ tally }) => tally.open > 0)
            .sort((a, b) => b.tally.open - a.tally.open)
            .slice(0, permissions.has('cases.read') ? SHOWN : EVERY)
          if (most.length === 0) return <Empty text={t.noOpen()} />
          return (
            <Meters
              tone="mid"
              rows={most.map(({ code, name, tally }) => ({
                key: code,
                value: tally.open,
                text: counted(tally.open),
                name: <ToCases search={{ place, class: code, open: 'true' }}>{named(name)}</ToCases>,
              }))}
            />
          )
        }}
      </Shown>
    </Panel>
  )
}

import type { ReactNode } from 'react'
import { ScopeTrail } from '#modules/places/parts/scope.tsx'
import { Page } from '#ui/console/page.tsx'
import { Closed } from './closed.tsx'
import { ToolNav } from './tool-nav.tsx'
import { TOOL_GROUPS, type ToolKey } from './tools.ts'
import { toolTexts as t } from './tool-messages.ts'

type ToolPageProps = {
  tool: ToolKey
  actions?: ReactNode
  /** It is closed here, and there is nothing of it to read: said instead of the page. */
  nothing?: boolean
  children: ReactNode
}

/** The screen of one tool: its place and its acts in the bar, the way to the other tools above it. */
export function ToolPage({ tool, actions, nothing = false, children }: ToolPageProps) {
  const line = TOOL_GROUPS.flatMap(({ tools }) => tools).find(({ key }) => key === tool)
  const name = line?.name() ?? t.section()
  return (
    <Page
      title={name}
      section={t.section()}
      trail={<ScopeTrail dropped={['state']} />}
      actions={actions}
      className="page-fit relief-page"
    >
      <ToolNav now={tool} />
      {nothing ? <Closed tool={tool} name={name} /> : children}
    </Page>
  )
}

import { Navigate } from '@tanstack/react-router'
import { useActing } from '#ui/console/acting.ts'
import { Empty } from '#ui/console/shown.tsx'
import { TOOL_GROUPS } from './tools.ts'
import { toolTexts as t } from './tool-messages.ts'

/** Whoever moves nobody is led to the first tool that is his. */
export function ToTools() {
  const { permissions } = useActing()
  const first = TOOL_GROUPS.flatMap(({ tools }) => tools).find(({ permission }) => permissions.has(permission))
  return first ? <Navigate to={first.to as '.'} replace /> : <Empty text={t.noneForPost()} />
}

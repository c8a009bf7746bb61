import { OverviewPage as Overview } from '#modules/cases/console/overview.tsx'
import { CommandFacts } from '#modules/emergency/console/command-facts.tsx'
import { useInForce } from '#modules/emergency/parts/band.tsx'
import { useActing } from '#ui/console/acting.ts'

/** The same screen in ordinary times and in others; only its first row tells what matters then, to whom reports may be shown. */
export function OverviewPage() {
  const { permissions } = useActing()
  const inForce = useInForce()
  return inForce && permissions.has('emergency.situation') ? <Overview facts={<CommandFacts />} /> : <Overview />
}

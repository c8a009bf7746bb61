import { DrawerForm } from '#ui/console/drawer-form.tsx'
import { counted } from '#ui/console/figures.ts'
import { useCall } from '#ui/query.tsx'
import { closeSweep, type SweepView, sweepDoors } from '../../contract-sweeps.ts'
import { DOOR_COUNTS } from './counts.ts'
import { sweepTexts as t } from './messages.ts'

export function CloseSweep({ of, onClose }: { of: SweepView; onClose: () => void }) {
  const send = useCall(closeSweep, [...DOOR_COUNTS, sweepDoors])
  return (
    <DrawerForm<Record<string, never>>
      title={t.closeTitle({ title: of.title })}
      lead={t.closeLead({ left: counted(of.left) })}
      open
      onClose={onClose}
      submit={t.close()}
      done={t.closedDone()}
      onSend={() => send.mutateAsync({ id: of.id })}
    >
      {null}
    </DrawerForm>
  )
}

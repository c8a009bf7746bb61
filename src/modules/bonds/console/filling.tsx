import { Alert, App, Button, Drawer } from 'antd'
import { CallError, newId } from '#ui/call.ts'
import { refusalText } from '#ui/console/messages.ts'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { said } from '#ui/messages.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { acceptFilling, coverage, listGaps, listOverloads, proposeFilling } from '../contract-coverage.ts'
import { bondTexts as t } from './messages.ts'

type FillingProps = { place: string; kind: string; onClose: () => void }

/** A proposal that somebody looks through and accepts as a whole. */
export function Filling({ place, kind, onClose }: FillingProps) {
  const proposed = useAsk(proposeFilling, { place, kind })
  const send = useCall(acceptFilling, [coverage, listGaps, listOverloads, proposeFilling])
  const { message } = App.useApp()
  const rows = proposed.data?.rows ?? []
  const accept = async (): Promise<void> => {
    try {
      await send.mutateAsync({
        place,
        kind,
        rows: rows.map(({ household, answerer }) => ({ id: newId() as never, household, answerer })),
      })
      void message.success(t.accepted())
      onClose()
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
    }
  }
  return (
    <Drawer
      title={t.propose()}
      open
      onClose={onClose}
      size={760}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{said.cancel()}</Button>
          <Button type="primary" disabled={rows.length === 0} loading={send.isPending} onClick={() => void accept()}>
            {t.accept({ count: rows.length })}
          </Button>
        </div>
      }
    >
      <p className="drawer-lead">{t.proposeLead()}</p>
      {send.error && (
        <Alert type="error" showIcon role="alert" className="drawer-error" title={refusalText(send.error)} />
      )}
      <Shown of={proposed} lines={8}>
        {({ left, answerers }) => (
          <>
            {answerers === 0 && <Empty text={t.nobodyReady()} />}
            {answerers > 0 && left.length > 0 && <p className="stale">{t.left({ count: left.length })}</p>}
            <Proposal rows={rows} />
          </>
        )}
      </Shown>
    </Drawer>
  )
}

type Row = {
  household: string
  address: string | null
  placeName: string
  name: string
  metres: number | null
  load: number
}

const Proposal = ({ rows }: { rows: readonly Row[] }) => (
  <Table
    caption={t.propose()}
    rows={rows}
    keyOf={({ household }) => household}
    columns={[
      {
        key: 'address',
        title: t.address(),
        cell: ({ address, placeName }) => <span title={placeName}>{address ?? placeName}</span>,
      },
      { key: 'who', title: t.who(), width: 110, cell: ({ name }) => <strong className="strong">{name}</strong> },
      {
        key: 'metres',
        title: t.metres(),
        width: 90,
        end: true,
        cell: ({ metres }) => (metres === null ? '—' : t.metresOf({ metres })),
      },
      { key: 'load', title: t.after(), width: 80, end: true, cell: ({ load }) => load },
    ]}
  />
)

import { Alert, Drawer } from 'antd'
import ShieldCheck from 'lucide-react/icons/shield-check'
import { useState } from 'react'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { verifyRecord } from '../contract.ts'
import { oversightTexts as t } from './messages.ts'

/** Recomputes the hash chain on the server and says whether every record is still what it was. */
export function Verify() {
  const [open, setOpen] = useState(false)
  const verdict = useAsk(verifyRecord, {}, { when: open })
  return (
    <>
      <button type="button" className="firm" onClick={() => (open ? void verdict.refetch() : setOpen(true))}>
        <ShieldCheck size={16} aria-hidden />
        {t.verify()}
      </button>
      <Drawer title={t.verify()} open={open} onClose={() => setOpen(false)} size={620} destroyOnHidden>
        <div className="stack">
          <p className="quiet-ink">{t.verifyLead()}</p>
          <Shown of={verdict}>
            {({ seals, rows, unsealed, brokenAt, why, anchors }) => (
              <>
                <Alert
                  type={brokenAt === null ? 'success' : 'error'}
                  showIcon
                  role="status"
                  title={
                    brokenAt === null ? t.intact({ seals, rows, unsealed }) : t.broken({ at: brokenAt, why: why ?? '' })
                  }
                />
                <h2 className="strong">{t.anchors()}</h2>
                <p className="quiet-ink">{t.anchorsHint()}</p>
                <Table
                  caption={t.anchors()}
                  rows={anchors}
                  keyOf={({ day }) => day}
                  empty={<Empty text={t.noAnchors()} />}
                  columns={[
                    { key: 'day', title: t.day(), width: 110, cell: ({ day }) => day },
                    { key: 'seal', title: t.sealNo(), width: 80, end: true, cell: ({ seal }) => seal },
                    { key: 'hash', title: t.hash(), cell: ({ hash }) => <code title={hash}>{hash}</code> },
                  ]}
                />
              </>
            )}
          </Shown>
        </div>
      </Drawer>
    </>
  )
}

import { useState } from 'react'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { TextBox } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useCall } from '#ui/query.tsx'
import { disputeLine } from '../../contract-checks.ts'
import { reliefMine } from '../../contract-mine.ts'
import type { OwnLine } from './checks.tsx'
import { ownListTexts as t } from './messages.ts'

/** What was typed stays until it has arrived. */
export function DisputeSheet({ line, onClose }: { line: OwnLine; onClose: () => void }) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const send = useCall(disputeLine, [reliefMine])
  const wrong = text.trim().length < 2
  const go = async (): Promise<void> => {
    if (wrong) return setTried(true)
    await send.mutateAsync({ line: line.id, text: text.trim() }).then(
      () => {
        toast(t.sent())
        onClose()
      },
      () => undefined,
    )
  }
  return (
    <Sheet title={t.dispute()} onClose={onClose}>
      <p className="quiet">{t.disputeLead()}</p>
      <TextBox
        label={t.disputeText()}
        rows={3}
        maxLength={500}
        value={text}
        onText={setText}
        error={tried && wrong ? t.disputeNeeded() : undefined}
      />
      <Failure error={send.error} />
      <Button wide busy={send.isPending} onClick={() => void go()}>
        {t.send()}
      </Button>
    </Sheet>
  )
}

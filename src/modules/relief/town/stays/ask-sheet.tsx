import { useState } from 'react'
import { newId } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useCall } from '#ui/query.tsx'
import { askNeed, listStays, type StayView } from '../../contract-stays.ts'
import { NeedFields, type NeedTyped, noNeed } from '../../parts/need-fields.tsx'
import { ownStayTexts as t } from './messages.ts'

export function AskSheet({ stay, onClose }: { stay: StayView; onClose: () => void }) {
  const [need, setNeed] = useState<NeedTyped>(noNeed)
  const [tried, setTried] = useState(false)
  const [id] = useState(newId)
  const send = useCall(askNeed, [listStays])
  const text = need.text.trim()
  const done = (): void => {
    toast(t.sent())
    onClose()
  }
  const ask = (): void => {
    setTried(true)
    if (text) send.mutate({ id: id as never, stay: stay.id, kind: need.kind, text }, { onSuccess: done })
  }
  return (
    <Sheet title={t.askTitle()} onClose={onClose}>
      <p className="quiet">{t.urgent()}</p>
      <NeedFields need={need} onNeed={setNeed} wrong={tried && text === ''} />
      <Failure error={send.error} />
      <Button wide busy={send.isPending} onClick={ask}>
        {t.send()}
      </Button>
    </Sheet>
  )
}

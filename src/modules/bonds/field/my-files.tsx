import FileStack from 'lucide-react/icons/file-stack'
import { useState } from 'react'
import { dayOf, millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { TextBox } from '#ui/kit/field.tsx'
import { RowButton, Rows } from '#ui/kit/row.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { listFiles, receive } from '../contract-rotation.ts'
import { mineTexts as t } from './messages.ts'

type File = OutputOf<typeof listFiles>['rows'][number]

/** What came over with my post and is still to be gone through; nothing is shown when there is none. */
export function MyFiles() {
  const asked = useAsk(listFiles, { open: true, limit: 50 })
  const [one, setOne] = useState<File>()
  const rows = (asked.data?.rows ?? []).filter(({ mine }) => mine)
  if (rows.length === 0) return null
  return (
    <Part title={t.files()}>
      <Card flush>
        <Rows label={t.files()}>
          {rows.map((file) => (
            <RowButton
              key={file.id}
              icon={
                <span className={file.late ? 'tile late' : 'tile soon'}>
                  <FileStack aria-hidden />
                </span>
              }
              title={t.file({ title: file.title, place: file.placeName })}
              sub={t.fileSub({ from: file.from, to: file.to, due: dayOf(millis(file.dueAt)) })}
              state={file.late ? <State tone="late" text={t.late()} /> : undefined}
              onPress={() => setOne(file)}
            />
          ))}
        </Rows>
      </Card>
      {one && <Receive file={one} onClose={() => setOne(undefined)} />}
    </Part>
  )
}

function Receive({ file, onClose }: { file: File; onClose: () => void }) {
  const [note, setNote] = useState('')
  const send = useCall(receive, [listFiles])
  const done = (): void => {
    toast(t.received())
    onClose()
  }
  return (
    <Sheet title={t.files()} onClose={onClose}>
      <p>
        {t.receiveHint({ cases: file.lines.case, promises: file.lines.promise, households: file.lines.households })}
      </p>
      <TextBox label={t.receiveNote()} value={note} onText={setNote} maxLength={1000} />
      <Failure error={send.error} />
      <Button
        wide
        busy={send.isPending}
        disabled={note.trim().length < 2}
        onClick={() => send.mutate({ id: file.id, note: note.trim() }, { onSuccess: done })}
      >
        {t.receive()}
      </Button>
    </Sheet>
  )
}

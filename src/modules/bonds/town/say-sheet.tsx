import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { newId } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Picks, TextBox } from '#ui/kit/field.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useCall } from '#ui/query.tsx'
import { type Answerer, ownDoor, say } from '../contract.ts'
import { ownTexts as t } from './messages.ts'

/** Words about how it goes; no stars, no points. */
export function SaySheet({ about, onClose }: { about: readonly Answerer[]; onClose: () => void }) {
  const [bond, setBond] = useState(about[0]?.bond ?? '')
  const [text, setText] = useState('')
  const send = useCall(say, [ownDoor])
  const sent = (): void => {
    toast(t.said())
    onClose()
  }
  return (
    <Sheet title={t.say()} onClose={onClose}>
      <p className="quiet">{t.sayHint()}</p>
      {about.length > 1 && (
        <Picks
          label={t.sayAbout()}
          value={bond}
          onText={(one) => setBond(one as never)}
          choices={about.map((one) => ({ value: one.bond ?? '', text: `${one.name} · ${named(one.kindName)}` }))}
        />
      )}
      <TextBox label={t.sayText()} value={text} onText={setText} maxLength={500} />
      <Failure error={send.error} />
      <Button
        wide
        busy={send.isPending}
        disabled={text.trim().length < 2}
        onClick={() =>
          send.mutate({ id: newId() as never, bond: bond as never, text: text.trim() }, { onSuccess: sent })
        }
      >
        {t.send()}
      </Button>
    </Sheet>
  )
}

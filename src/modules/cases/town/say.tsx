import { useState } from 'react'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { TextBox } from '#ui/kit/field.tsx'
import { type Photo, PhotoPicker } from '#ui/kit/photos.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useCall } from '#ui/query.tsx'
import { followCase, myReport, myReports, type PublicCase } from '../contract.ts'
import { confirmCase, reopenCase, withdrawCase } from '../contract-acts.ts'
import { courseTexts as t } from './messages.ts'

export type Say = 'confirm' | 'reopen' | 'withdraw'
type Saying = { report: PublicCase; secret?: string; onClose: () => void }

const CHANGED = [followCase, myReport, myReports]

/** What the reporter says about it: solved, not solved, or never mind. */
export const SaySheet = ({ say, ...rest }: Saying & { say: Say }) =>
  say === 'confirm' ? <Confirm {...rest} /> : say === 'reopen' ? <Reopen {...rest} /> : <Withdraw {...rest} />

function Confirm({ report, secret, onClose }: Saying) {
  const [note, setNote] = useState('')
  const confirm = useCall(confirmCase, CHANGED)
  const done = () => {
    toast(t.confirmed())
    onClose()
  }
  return (
    <Sheet title={t.confirmTitle()} onClose={onClose}>
      <TextBox label={t.confirmNote()} optional rows={3} maxLength={500} value={note} onText={setNote} />
      <Failure error={confirm.error} />
      <Button
        wide
        busy={confirm.isPending}
        onClick={() => confirm.mutate({ id: report.id, secret, note, solved: true }, { onSuccess: done })}
      >
        {t.confirm()}
      </Button>
    </Sheet>
  )
}

function Reopen({ report, secret, onClose }: Saying) {
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [tried, setTried] = useState(false)
  const reopen = useCall(reopenCase, CHANGED)
  const short = note.trim().length < 2
  function send() {
    if (short) return setTried(true)
    const files = photos.filter(({ state }) => state === 'sent').map(({ id }) => id)
    reopen.mutate({ id: report.id, secret, note: note.trim(), files }, { onSuccess: done })
  }
  const done = () => {
    toast(t.reopened2())
    onClose()
  }
  return (
    <Sheet title={t.reopenTitle()} onClose={onClose}>
      <TextBox
        label={t.reopenNote()}
        hint={t.reopenHint()}
        rows={4}
        maxLength={1000}
        value={note}
        onText={setNote}
        error={tried && short ? t.noteShort() : undefined}
      />
      <PhotoPicker photos={photos} onPhotos={setPhotos} most={3} />
      <Failure error={reopen.error} />
      <Button wide busy={reopen.isPending} onClick={send}>
        {t.reopen()}
      </Button>
    </Sheet>
  )
}

function Withdraw({ report, secret, onClose }: Saying) {
  const [note, setNote] = useState('')
  const withdraw = useCall(withdrawCase, CHANGED)
  const done = () => {
    toast(t.withdrawn())
    onClose()
  }
  return (
    <Sheet title={t.withdrawTitle()} onClose={onClose}>
      <TextBox
        label={t.withdrawNote()}
        hint={t.withdrawHint()}
        optional
        rows={3}
        maxLength={500}
        value={note}
        onText={setNote}
      />
      <Failure error={withdraw.error} />
      <Button
        look="danger"
        wide
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate({ id: report.id, secret, note }, { onSuccess: done })}
      >
        {t.withdraw()}
      </Button>
    </Sheet>
  )
}

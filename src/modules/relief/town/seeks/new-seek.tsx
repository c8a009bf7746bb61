import ShieldCheck from 'lucide-react/icons/shield-check'
import { useState } from 'react'
import { type Picked, PlacePicker } from '#modules/places/parts/place-picker.tsx'
import { newId } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note, Part } from '#ui/kit/card.tsx'
import { Picks, TextBox, TextField } from '#ui/kit/field.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useCall } from '#ui/query.tsx'
import { goTo } from '#ui/route.tsx'
import { listSeeks, seek, type SeekView } from '../../contract-reunification.ts'
import { ownSeekTexts as t } from './messages.ts'

type Said = { kind: SeekView['kind']; name: string; sex: 'female' | 'male' | ''; age: string; description: string }
const EMPTY: Said = { kind: 'looking', name: '', sex: '', age: '', description: '' }
const OLDEST = 130

/** One entry; whatever is not known stays empty. */
export function NewSeek() {
  const [said, setSaid] = useState(EMPTY)
  const [picked, setPicked] = useState<Picked | null>(null)
  const [tried, setTried] = useState(false)
  const sending = useCall(seek, [listSeeks])
  const set = (change: Partial<Said>) => setSaid((was) => ({ ...was, ...change }))
  const { kind, name, sex, age, description } = said
  const faults = {
    description: description.trim().length < 2 ? t.missing() : undefined,
    age: age !== '' && !(/^\d{1,3}$/.test(age) && Number(age) <= OLDEST) ? t.ageWrong() : undefined,
    place: picked?.place.code ? undefined : t.whereMissing(),
  }
  const send = () => {
    setTried(true)
    if (!picked || faults.description || faults.age || faults.place) return
    sending.mutate(
      {
        id: newId() as never,
        kind,
        place: picked.place.code,
        name: name.trim() || null,
        sex: sex || null,
        age: age === '' ? null : Number(age),
        description: description.trim(),
      },
      { onSuccess: () => (toast(t.sent()), goTo('/relief/seeks', { replace: true })) },
    )
  }
  return (
    <Screen
      title={t.add()}
      up="/relief/seeks"
      dock={
        <Button wide busy={sending.isPending} onClick={send}>
          {t.add()}
        </Button>
      }
    >
      <Fields said={said} faults={tried ? faults : {}} onSaid={set} />
      <Part title={kind === 'looking' ? t.whereLooking() : t.whereFound()}>
        <PlacePicker picked={picked} onPick={setPicked} />
        <p className="field-error" role="alert">
          {tried && faults.place}
        </p>
      </Part>
      <Note tone="rights" icon={<ShieldCheck aria-hidden />}>
        <p>{t.contact()}</p>
      </Note>
      <Failure error={sending.error} />
    </Screen>
  )
}

type FieldsProps = {
  said: Said
  faults: { age?: string | undefined; description?: string | undefined }
  onSaid: (change: Partial<Said>) => void
}
const Fields = ({ said: { kind, name, sex, age, description }, faults, onSaid }: FieldsProps) => (
  <Card>
    <Picks
      label={t.kind()}
      value={kind}
      onText={(text) => onSaid({ kind: text === 'found' ? 'found' : 'looking' })}
      choices={[
        { value: 'looking', text: t.looking() },
        { value: 'found', text: t.found() },
      ]}
    />
    <TextField
      label={t.name()}
      hint={t.nameHint()}
      optional
      maxLength={40}
      autoComplete="off"
      value={name}
      onText={(text) => onSaid({ name: text })}
    />
    <Picks
      label={t.sex()}
      value={sex}
      onText={(text) => onSaid({ sex: text === 'female' || text === 'male' ? text : '' })}
      choices={[
        { value: 'female', text: t.female() },
        { value: 'male', text: t.male() },
        { value: '', text: t.unknown() },
      ]}
    />
    <TextField
      label={t.age()}
      optional
      inputMode="numeric"
      maxLength={3}
      value={age}
      onText={(text) => onSaid({ age: text.trim() })}
      error={faults.age}
    />
    <TextBox
      label={kind === 'looking' ? t.description() : t.descriptionFound()}
      rows={3}
      maxLength={500}
      value={description}
      onText={(text) => onSaid({ description: text })}
      error={faults.description}
    />
  </Card>
)

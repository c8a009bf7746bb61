import { dayOf, systemClock } from '#kernel/clock.ts'
import { TextField } from '#ui/kit/field.tsx'
import { MATTERS, type Mandate } from '../contract-mandates.ts'
import { mandateTexts as t } from '../field/messages.ts'

export type MandateForm = { name: string; phone: string; matters: Mandate['matters']; until: string }
const PHONE = /^1\d{10}$/
export const isWhole = ({ name, phone, matters, until }: MandateForm): boolean =>
  name.trim() !== '' && PHONE.test(phone) && matters.length > 0 && until !== ''

type Filling = { form: MandateForm; onForm: (form: MandateForm) => void; tried: boolean }

export function MandateFields({ form, onForm, tried }: Filling) {
  const toggle = (matter: Mandate['matters'][number], on: boolean) =>
    onForm({ ...form, matters: on ? [...form.matters, matter] : form.matters.filter((one) => one !== matter) })
  return (
    <>
      <TextField label={t.name()} maxLength={60} value={form.name} onText={(name) => onForm({ ...form, name })} />
      <TextField
        label={t.phone()}
        type="tel"
        inputMode="numeric"
        maxLength={11}
        value={form.phone}
        onText={(phone) => onForm({ ...form, phone: phone.replace(/\D/g, '') })}
        error={tried && !PHONE.test(form.phone) ? t.phoneWrong() : undefined}
      />
      <fieldset className="picks">
        <legend>{t.matters()}</legend>
        {MATTERS.map((matter) => (
          <label key={matter} className="pick">
            <input
              type="checkbox"
              checked={form.matters.includes(matter)}
              onChange={({ target }) => toggle(matter, target.checked)}
            />
            <span>{t[matter]()}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={t.until()}
        type="date"
        min={dayOf(systemClock.now() + 86_400_000)}
        max={dayOf(systemClock.now() + 365 * 86_400_000)}
        value={form.until}
        onText={(until) => onForm({ ...form, until })}
      />
    </>
  )
}

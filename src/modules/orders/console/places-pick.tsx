import X from 'lucide-react/icons/x'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useActing } from '#ui/console/acting.ts'
import { audienceTexts as t } from './audience-messages.ts'
import { useSaidPlace } from './said-place.tsx'

type Given = { label: string; value?: string[]; onChange?: (value: string[]) => void; id?: string }

/** Several places, each with its own way out; works as a field of a form. */
export function PlacesPick({ label, value = [], onChange, id }: Given) {
  const { place } = useActing()
  return (
    <div className="orders-places">
      {value.map((code) => (
        <Chosen key={code} code={code} onDrop={() => onChange?.(value.filter((one) => one !== code))} />
      ))}
      <PlaceSelect
        label={label}
        under={place}
        width={200}
        value={null}
        onChange={(code) => code && !value.includes(code) && onChange?.([...value, code])}
        {...(id ? { id } : {})}
      />
    </div>
  )
}

function Chosen({ code, onDrop }: { code: string; onDrop: () => void }) {
  const name = useSaidPlace(code)
  return (
    <span className="chip orders-place-chip">
      {name}
      <button type="button" aria-label={t.dropPlace({ name })} onClick={onDrop}>
        <X size={14} aria-hidden />
      </button>
    </span>
  )
}

type Given = {
  label: string
  options: readonly { value: string; text: string }[]
  value?: readonly string[]
  onChange?: (value: string[]) => void
}

/** Several of a few, all in sight; works as a field of a form. */
export const Picks = ({ label, options, value = [], onChange }: Given) => (
  <div className="orders-picks" role="group" aria-label={label}>
    {options.map((one) => {
      const on = value.includes(one.value)
      return (
        <button
          key={one.value}
          type="button"
          className="quiet"
          aria-pressed={on}
          onClick={() => onChange?.(on ? value.filter((each) => each !== one.value) : [...value, one.value])}
        >
          {one.text}
        </button>
      )
    })}
  </div>
)

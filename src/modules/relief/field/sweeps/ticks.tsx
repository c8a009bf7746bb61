type TicksProps = {
  label: string
  held: readonly string[]
  onHeld: (held: string[]) => void
  choices: readonly { value: string; text: string }[]
}

/** Any of a few, all in sight. */
export const Ticks = ({ label, held, onHeld, choices }: TicksProps) => (
  <fieldset className="picks">
    <legend>{label}</legend>
    {choices.map(({ value, text }) => (
      <label key={value} className="pick">
        <input
          type="checkbox"
          checked={held.includes(value)}
          onChange={({ target }) => onHeld(target.checked ? [...held, value] : held.filter((one) => one !== value))}
        />
        <span>{text}</span>
      </label>
    ))}
  </fieldset>
)

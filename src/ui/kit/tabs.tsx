type Tab<K extends string> = { key: K; text: string; count?: number | null }

/** Views of one list. Buttons that say which is pressed: simpler to hear than ARIA tabs, and right for filters. */
export const Tabs = <K extends string>({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string
  tabs: readonly Tab<K>[]
  chosen: K
  onChoose: (key: K) => void
}) => (
  <div className="tabs" role="group" aria-label={label}>
    {tabs.map(({ key, text, count }) => (
      <button key={key} type="button" aria-pressed={key === chosen} onClick={() => onChoose(key)}>
        {text}
        {count ? <span className="tab-count"> {count}</span> : null}
      </button>
    ))}
  </div>
)

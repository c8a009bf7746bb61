import { useAddress } from '#ui/console/address.ts'

type ViewButtonsProps = { label: string; views: readonly { key: string; text: string }[]; now: string; usual: string }

/** Views of one list; which of them stands in the address as `view`. */
export function ViewButtons({ label, views, now, usual }: ViewButtonsProps) {
  const [, change] = useAddress()
  return (
    <div className="filters list-filters" role="group" aria-label={label}>
      {views.map(({ key, text }) => (
        <button
          key={key}
          type="button"
          className="quiet"
          aria-pressed={key === now}
          onClick={() => change({ view: key === usual ? undefined : key })}
        >
          {text}
        </button>
      ))}
    </div>
  )
}

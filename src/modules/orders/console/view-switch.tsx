import { useAddress } from '#ui/console/address.ts'
import { listTexts as t } from './messages.ts'
import { useViews } from './view.ts'

/** Which orders are looked at; nothing to choose for who only receives. */
export function ViewSwitch() {
  const { view, views } = useViews()
  const [, change] = useAddress()
  if (views.length < 2) return null
  return (
    <div className="orders-views" role="group" aria-label={t.view()}>
      {views.map((one) => (
        <button
          key={one}
          type="button"
          className="quiet"
          aria-pressed={one === view}
          onClick={() => change({ view: one === views[0] ? undefined : one, state: undefined })}
        >
          {t[`view_${one}`]()}
        </button>
      ))}
    </div>
  )
}

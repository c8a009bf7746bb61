import { named } from '#kernel/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { getLayer } from '../contract.ts'

/** 地图管理条例: the approval number, or that there is none, stands on every map; so does what the borders are worth. */
export function MapRights() {
  const layer = useAsk(getLayer, {})
  if (!layer.data) return null
  const [notice, number] = [named(layer.data.notice), named(layer.data.mapApprovalNumber)]
  return (
    <small className="place-map-rights" title={layer.data.source}>
      {number.toLowerCase().includes(notice.toLowerCase()) ? number : `${number} · ${notice}`}
    </small>
  )
}

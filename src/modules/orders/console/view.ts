import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'

const VIEWS = ['place', 'mine', 'received'] as const
export type View = (typeof VIEWS)[number]

/** What the acting post can look at; who only receives orders has no other view. */
export function useViews(): { view: View; views: readonly View[] } {
  const { permissions } = useActing()
  const [address] = useAddress()
  const views = VIEWS.filter(
    (one) =>
      one === 'received' ||
      (permissions.has('orders.coverage') && (one === 'place' || permissions.has('orders.draft'))),
  )
  return { views, view: views.find((one) => one === address['view']) ?? views[0] ?? 'received' }
}

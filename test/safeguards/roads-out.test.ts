import { expect, it } from 'vitest'
import { buildServer } from '#apps/server/server.ts'
import { slices } from '#apps/server/slices.ts'
import { openHouse } from '#test/city/house.ts'

it('no road leads out but the contracts and these', async () => {
  const house = await openHouse()
  const app = await buildServer(house.p, { docs: false })
  await app.ready()
  const contracts = [...slices.handlers.values(), ...slices.answers.values()]
    .filter(({ contract }) => !contract.inward)
    .map(({ contract }) => `/${contract.name}`)
  // Printed as a tree: what stands below /api stands without it.
  const routes = app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => /(\/\S*) \(/.exec(line)?.[1] ?? [])
  const others = routes.filter(
    (route) =>
      !contracts.includes(route) &&
      !route.startsWith('/town') &&
      !route.startsWith('/field') &&
      !route.startsWith('/console'),
  )
  expect(others.toSorted()).toEqual([
    '/',
    '/files/:id',
    '/health',
    // A list of residents in, what was not understood of it out: both ask the contracts of homes.
    '/imports/:id',
    '/live',
    // A photo of an answer, by the query orders.photo, which notes the look.
    '/orders/photos/:id',
    '/places/outlines/:name.json',
    // A consent on paper in, by the contract of fields.
    '/sheets/:id',
    // By a room, on behalf of who wrote it: down the road of its command, and of sync.carried.
    '/sync/carry',
    // Each parcel goes down the road of its command.
    '/sync/parcels',
    '/thumb',
    '/thumb',
    '/voices/:id',
  ])
  await app.close()
  await house.close()
})

import { subtree } from '#kernel/authorise.ts'
import { answer } from '#kernel/ask.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { locator, placeTree, treeOn } from './api.ts'
import { getLayer, getPlace, listNames, listPlaceChanges, locatePlace, searchPlaces } from './contract.ts'
import { toWgs84 } from './position.ts'
import { NEAR_METRES } from './rules.ts'
import { searchTree } from './search.ts'
import { shippedLayer } from './shipped.ts'
import { namesOf, shownPlace, shownWithPath } from './shown.ts'
import { readChanges, readPredecessors, readSuccessors } from './store-changes.ts'

/** A place that ended is answered as it last was, with what it became: facts still name it. */
const get = answer(getPlace, {
  permission: 'places.get',
  async run(ctx, { code, day }) {
    const today = await placeTree(ctx.platform)
    const tree = day && day !== today.day ? await treeOn(ctx.tx, day) : today
    const place = tree.ever(code) ?? refuse('not_found', { place: code })
    return {
      place: shownPlace(place),
      path: tree.path(code),
      children: tree.get(code) ? tree.children(code).map(shownPlace) : [],
      predecessors: await readPredecessors(ctx.tx, place.id),
      successors: await readSuccessors(ctx.tx, place.id),
    }
  },
})

const search = answer(searchPlaces, {
  permission: 'places.search',
  async run(ctx, input) {
    const tree = await placeTree(ctx.platform)
    return { rows: searchTree(tree, input).map((place) => shownWithPath(tree, place)) }
  },
})

const names = answer(listNames, {
  permission: 'places.names',
  async run(ctx, { under }) {
    const tree = await placeTree(ctx.platform)
    if (!tree.get(under)) refuse('not_found', { place: under })
    const above = tree.path(under).flatMap(({ code }) => (code === under ? [] : (tree.get(code) ?? [])))
    const rows = tree.all().filter(({ code }) => code.startsWith(under))
    return { above: above.map(namesOf), rows: rows.map(namesOf) }
  },
})

const locate = answer(locatePlace, {
  permission: 'places.locate',
  async run(ctx, input) {
    const { lon, lat } = toWgs84(input)
    const { code, inside, metres } = (await locator(ctx.platform)).at(lon, lat)
    if (metres > NEAR_METRES) refuse('outside_area')
    const tree = await placeTree(ctx.platform)
    const { place, path } = shownWithPath(tree, tree.get(code) ?? refuse('outside_area'))
    return { grid: place, path, inside, metres }
  },
})

const layer = answer(getLayer, {
  permission: 'places.layer',
  async run() {
    const { name, source, licence, notice, mapApprovalNumber, validFrom } = shippedLayer().about
    const both = ({ zh, en }: { zh: string; en?: string | null }) => ({ zh, en: en ?? zh })
    return {
      name: name.zh,
      source,
      licence,
      notice: both(notice),
      mapApprovalNumber: both(mapApprovalNumber),
      validFrom,
    }
  },
})

const changes = answer(listPlaceChanges, {
  permission: 'places.changes',
  async run(ctx, { under, limit, cursor }) {
    const rows = await readChanges(ctx.tx, { ...subtree(under), after: readCursor(cursor, 2), limit: limit + 1 })
    return pageOf(rows, limit, ({ at, id }) => [at, id])
  },
})

export const answers = [get, search, names, locate, layer, changes]

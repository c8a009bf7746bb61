import { asOwner } from '#kernel/db.ts'
import type { Platform } from '#kernel/platform.ts'
import { seedOrgans } from '#modules/people/api.ts'
import type { Organ } from '#modules/people/contract.ts'
import { creditCode } from './identifiers.ts'
import { makeIds, makeRandom } from './random.ts'
import type { DemoPlace } from './records.ts'
import { demoPlaces } from './sources.ts'

/** In each township, in grids of its own. */
const EACH = 2
const BRANDS = [
  ['青屏', 'Qingping'],
  ['云岭', 'Yunling'],
  ['石川', 'Shichuan'],
  ['灵泉', 'Lingquan'],
  ['双桥', 'Shuangqiao'],
  ['鹿原', 'Luyuan'],
  ['竹海', 'Zhuhai'],
  ['金穗', 'Jinsui'],
  ['澄江', 'Chengjiang'],
  ['望山', 'Wangshan'],
  ['兴和', 'Xinghe'],
  ['长丰', 'Changfeng'],
] as const
const TRADES = [
  ['木门', 'Doors'],
  ['茶业', 'Tea'],
  ['胡柚食品', 'Pomelo Foods'],
  ['纸业', 'Paper'],
  ['物流', 'Logistics'],
  ['新型建材', 'Building Materials'],
  ['轴承', 'Bearings'],
  ['服饰', 'Garments'],
  ['农机', 'Farm Machinery'],
  ['餐饮管理', 'Catering'],
] as const
/** Beside the numbers of the departments and command rooms. */
const FIRST_SERIAL = 2000

/** 企业: a name, a credit code and a place; what they need is said by whoever calls on them. */
export function makeFirms(places: readonly DemoPlace[]): Organ[] {
  const [random, nextId] = [makeRandom('firms'), makeIds('firms')]
  const counties = new Map(places.filter(({ level }) => level === 'county').map((place) => [place.code, place]))
  const grids = Map.groupBy(
    places.filter(({ level }) => level === 'grid'),
    ({ code }) => code.slice(0, 9),
  )
  const taken = new Set<string>()
  return [...grids].flatMap(([township, inside]) => {
    const county = counties.get(township.slice(0, 6))
    if (!county) return []
    return Array.from({ length: EACH }, () => {
      const name = nameOf(county, random, taken)
      const place = random.pick(inside).code
      const code = creditCode('91', county.code, FIRST_SERIAL + taken.size)
      return { id: nextId() as Organ['id'], name, kind: 'firm' as const, line: null, place, creditCode: code }
    })
  })
}

function nameOf({ name, english }: DemoPlace, random: ReturnType<typeof makeRandom>, taken: Set<string>) {
  for (;;) {
    const [[brand, brandEn], [trade, tradeEn]] = [random.pick(BRANDS), random.pick(TRADES)]
    const zh = `${name.replace(/[市区县]$/, '')}${brand}${trade}有限公司`
    if (taken.has(zh)) continue
    taken.add(zh)
    return { zh, en: `${english} ${brandEn} ${tradeEn} Co., Ltd.` }
  }
}

export const loadFirms = (p: Platform, now: number, keep: (code: string) => boolean): Promise<void> =>
  asOwner(p.db, (tx) =>
    seedOrgans(
      tx,
      makeFirms(demoPlaces()).filter(({ place }) => keep(place)),
      now,
    ),
  )

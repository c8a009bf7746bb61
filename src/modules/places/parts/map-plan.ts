import { type Area, loadOutlines, type Outlines } from '#ui/map/outlines.ts'
import { ancestorAt, type Level, levelOf, OUTLINES } from '../contract.ts'

export type Drawn = { fit: readonly Area[]; around: readonly Area[]; shaded: readonly Area[]; frames: readonly Area[] }

/** Which levels a place can be shaded by: what lies below it and is still to be told apart. */
export const SHADES: Record<Level, readonly Level[]> = {
  city: ['county', 'township', 'village'],
  county: ['township', 'village', 'grid'],
  township: ['village', 'grid'],
  village: ['grid'],
  grid: ['grid'],
  microgrid: ['grid'],
}

const OBJECTS: Partial<Record<Level, string>> = {
  county: 'counties',
  township: 'townships',
  village: 'villages',
  grid: 'grids',
}
const CITY_CODE = 4

const overview = () => loadOutlines(`${OUTLINES}/overview.json`)
const countyFile = (code: string) => loadOutlines(`${OUTLINES}/county-${code}.json`)
const townshipFile = (code: string) => loadOutlines(`${OUTLINES}/township-${code}.json`)

/** Fetches the outlines that a picture needs, the finest last. */
export async function planMap(focus: string, by: Level): Promise<Drawn> {
  const whole = await overview()
  const level = levelOf(focus)
  if (level === 'city') return cityMap(whole, by)
  if (level === 'county') return countyMap(whole, focus, by)
  return nearMap(whole, focus, by)
}

async function cityMap(whole: Outlines, by: Level): Promise<Drawn> {
  const counties = whole['counties'] ?? []
  const files = by === 'village' ? await Promise.all(counties.map(({ code }) => countyFile(code))) : [whole]
  return { fit: counties, around: [], shaded: files.flatMap((file) => below(file, by, '')), frames: counties }
}

async function countyMap(whole: Outlines, focus: string, by: Level): Promise<Drawn> {
  const file = await countyFile(focus)
  const townships = below(file, 'township', focus)
  const files = by === 'grid' ? await Promise.all(townships.map(({ code }) => townshipFile(code))) : [file]
  const counties = whole['counties'] ?? []
  return {
    fit: counties.filter(({ code }) => code === focus),
    around: counties.filter(({ code }) => code !== focus),
    shaded: files.flatMap((each) => below(each, by, focus)),
    frames: townships,
  }
}

async function nearMap(whole: Outlines, focus: string, by: Level): Promise<Drawn> {
  const township = ancestorAt(focus, 'township')
  const file = await townshipFile(township)
  const villages = below(file, 'village', township)
  const inside = levelOf(focus) !== 'township'
  const county = below(whole, 'township', ancestorAt(focus, 'county'))
  const village = ancestorAt(focus, 'village')
  const grids = below(file, 'grid', inside ? village : township)
  return {
    fit: inside ? villages.filter(({ code }) => code === village) : county.filter(({ code }) => code === township),
    around: inside ? villages.filter(({ code }) => code !== village) : county.filter(({ code }) => code !== township),
    shaded: by === 'grid' || inside ? grids : villages,
    frames: inside ? grids : villages,
  }
}

const below = (file: Outlines, level: Level, under: string): Area[] =>
  (file[OBJECTS[level] ?? ''] ?? []).filter(({ code }) => code.startsWith(under) || code.length === CITY_CODE)

import { z } from 'zod'
import { command, DayText, event, id, pageInput, query } from '#kernel/contract.ts'

/** 区划: the tree 市-县-乡-村-格(-微格). Codes are the statistical 12 digits, + 3 for the grid, + 2 for a micro-grid; a subtree is a prefix. */
export const PlaceId = id('PlaceId')
export type PlaceId = z.infer<typeof PlaceId>

export const LEVELS = ['city', 'county', 'township', 'village', 'grid', 'microgrid'] as const
export const Level = z.enum(LEVELS)
export type Level = z.infer<typeof Level>

export const PlaceCode = z
  .string()
  .regex(/^\d{4}(\d{2}(\d{3}(\d{3}(\d{3}(\d{2})?)?)?)?)?$/)
  .describe('place code, 4 to 17 digits')

/** Level of a code, by its length. */
const LENGTHS: Record<number, Level> = {
  4: 'city',
  6: 'county',
  9: 'township',
  12: 'village',
  15: 'grid',
  17: 'microgrid',
}
export const levelOf = (code: string): Level => LENGTHS[code.length] ?? 'grid'
const LENGTH_OF: Record<Level, number> = { city: 4, county: 6, township: 9, village: 12, grid: 15, microgrid: 17 }
/** How many digits the codes of a level have. */
export const digitsOf = (level: Level): number => LENGTH_OF[level]
/** The ancestor (or itself) of a code at a level; shorter codes stay as they are. */
export const ancestorAt = (code: string, level: Level): string => code.slice(0, LENGTH_OF[level])
export const parentOf = (code: string): string | undefined => {
  const above = LEVELS[LEVELS.indexOf(levelOf(code)) - 1]
  return above ? ancestorAt(code, above) : undefined
}
/** 市 county … grid: every code from the city down to this one. */
export const pathOf = (code: string): string[] =>
  LEVELS.map((level) => ancestorAt(code, level)).filter((c, i, all) => c !== all[i - 1])

export const Position = z.object({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  crs: z.enum(['wgs84', 'gcj02', 'bd09']).default('wgs84').describe('source coordinate system; stored as WGS-84'),
  accuracyM: z.number().min(0).max(100_000).nullable().optional().describe('metres'),
})
export type Position = z.infer<typeof Position>

export const Place = z.object({
  id: PlaceId,
  code: PlaceCode,
  level: Level,
  name: z.string(),
  parent: z.string().nullable(),
  kind: z.string().describe('village, community, town, subdistrict …'),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  validFrom: DayText,
  validTo: DayText.nullable(),
})
export type Place = z.infer<typeof Place>

export const PlacePath = z.array(z.object({ code: z.string(), name: z.string(), level: Level }))

export const getPlace = query('places.get', {
  input: z.object({ code: PlaceCode, day: DayText.optional() }),
  output: z.object({
    place: Place,
    path: PlacePath,
    children: z.array(Place),
    predecessors: z.array(z.object({ code: z.string(), name: z.string(), day: DayText })),
    successors: z.array(z.object({ code: z.string(), name: z.string(), day: DayText })),
  }),
  doc: 'One place with its path, its children and what it came from or became, on a day (default: today).',
})

export const searchPlaces = query('places.search', {
  input: z.object({
    text: z.string().trim().min(1).max(40).describe('name, pinyin initials or code'),
    under: PlaceCode.optional(),
    level: Level.optional(),
    limit: z.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ rows: z.array(z.object({ place: Place, path: PlacePath })) }),
  doc: 'Places by part of the name, by pinyin initials or by the beginning of the code.',
})

/** What a place is found by; its level and parent are in its code. */
export const PlaceNames = z.object({
  code: PlaceCode,
  name: z.string(),
  kind: z.string(),
  initials: z.string(),
  reading: z.string(),
  otherNames: z.array(z.string()).optional().describe('absent: none'),
})
export type PlaceNames = z.infer<typeof PlaceNames>
export const listNames = query('places.names', {
  input: z.object({ under: PlaceCode.min(6).describe('a county or less') }),
  output: z.object({ above: z.array(PlaceNames).describe('from the city down'), rows: z.array(PlaceNames) }),
  doc: 'Every place of a county by the names it is found by: what a phone takes along to search without a network.',
})

export const locatePlace = query('places.locate', {
  input: z.object({ lon: z.number(), lat: z.number(), crs: z.enum(['wgs84', 'gcj02', 'bd09']).default('wgs84') }),
  output: z.object({
    grid: Place,
    path: PlacePath,
    inside: z.boolean().describe('false: the point lies outside every grid and this is the nearest'),
    metres: z.number().describe('distance to the grid, 0 inside'),
  }),
  doc: 'The grid that a point lies in; refuses outside_area when more than 5 km away.',
})

export const getLayer = query('places.layer', {
  input: z.object({}),
  output: z.object({
    name: z.string(),
    source: z.string(),
    licence: z.string(),
    notice: z.object({ zh: z.string(), en: z.string() }),
    mapApprovalNumber: z.object({ zh: z.string(), en: z.string() }),
    validFrom: DayText,
  }),
  doc: 'The base layer: source, licence and map approval number (审图号), to be shown with every map.',
})

const NewPlace = z.object({ id: PlaceId, code: PlaceCode, name: z.string().trim().min(1).max(60) })

export const mergePlaces = command('places.merge', {
  input: z.object({
    codes: z.array(PlaceCode).min(2).max(50),
    into: NewPlace,
    day: DayText,
    reason: z.string().trim().min(2).max(400),
  }),
  output: Place,
  doc: 'Several places of one parent become one from a day on. Facts keep the place as it was; history stays readable.',
})
const SplitInto = NewPlace.extend({
  children: z
    .array(PlaceCode)
    .max(500)
    .optional()
    .describe('places below that go with this one; whatever nobody names goes with the first'),
})
export const splitPlace = command('places.split', {
  input: z.object({
    code: PlaceCode,
    into: z.array(SplitInto).min(2).max(50),
    day: DayText,
    reason: z.string().trim().min(2).max(400),
  }),
  output: z.object({ places: z.array(Place) }),
  doc: 'One place becomes several from a day on. Until new borders are loaded, points inside the old place are located in the first of them.',
})
export const renamePlace = command('places.rename', {
  input: z.object({
    code: PlaceCode,
    name: z.string().trim().min(1).max(60),
    day: DayText,
    reason: z.string().trim().min(2).max(400),
  }),
  output: Place,
  doc: 'A place gets another name from a day on; the old name still finds it.',
})

export const listPlaceChanges = query('places.changes', {
  input: z.object({ under: PlaceCode, ...pageInput }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['merge', 'split', 'rename']),
        day: DayText,
        reason: z.string(),
        from: z.array(z.string()),
        to: z.array(z.string()),
        at: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
  doc: 'Merges, splits and renamings below a place, newest first.',
})

/** Outlines for maps: TopoJSON at /api/places/outlines/overview.json, county-<6>.json and township-<9>.json. */
export const OUTLINES = '/api/places/outlines'

/** Sent by the system on the day of a merge or split. */
export const settlePlaces = command('places.settle', {
  input: z.object({ change: z.uuid() }),
  output: z.object({ moved: z.number().describe('rows that went along') }),
  doc: 'What lies at places that became others goes on there.',
  inward: true,
})

export const placesChanged = event('places.changed', z.object({ codes: z.array(z.string()) }))
/** The day of a merge or split has come: whoever has something at a place that is no more lets it go on at the other, once. */
export const placesSettled = event(
  'places.settled',
  z.object({ change: z.string(), moved: z.array(z.object({ was: z.string(), became: z.string() })) }),
)

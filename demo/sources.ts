import { readTaxonomy } from '#modules/duties/taxonomy/read.ts'
import { shippedLayer } from '#modules/places/shipped.ts'
import type { DemoLine } from './organs.ts'
import type { DemoPlace } from './records.ts'

/** What the city is made from: the shipped places and the lines of the shipped duty list. */
export const demoPlaces = (): DemoPlace[] =>
  shippedLayer().places.map(({ code, name, level, kind, english, centre }) => ({
    code,
    name,
    level,
    kind,
    english,
    centre,
  }))

export const demoLines = (): DemoLine[] =>
  readTaxonomy().lines.map((line) => ({ ...line, name: { zh: line.name.zh, en: line.name.en ?? line.name.zh } }))

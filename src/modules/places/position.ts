import packed from 'gcoord'
import type { z } from 'zod'
import type { Position } from './contract.ts'

// Its types speak of an ES module, what Node loads is the object itself.
const gcoord = packed as unknown as typeof packed.default

type Given = Pick<z.input<typeof Position>, 'lon' | 'lat' | 'crs'>
const SOURCES = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** Stored positions are WGS-84 (CGCS2000 within a decimetre). In Quzhou GCJ-02 lies 580 m off, BD-09 1.1 km. */
export function toWgs84({ lon, lat, crs = 'wgs84' }: Given): { lon: number; lat: number } {
  if (crs === 'wgs84') return { lon, lat }
  const [x, y] = gcoord.transform([lon, lat], SOURCES[crs], gcoord.WGS84)
  return { lon: x, lat: y }
}

import { z } from 'zod'
import { lever } from '#kernel/levers.ts'

/** So that whoever decides sees pairs worth a look, and none of the others. */
export const least = lever(
  'matches.least',
  0.3,
  z.number().min(0.05).max(0.99),
  'how likely two entries must be one person to be shown to somebody who decides',
)

/** So that a search holds no more people at once than the memory of a small server bears. */
export const mostAtOnce = lever(
  'matches.mostAtOnce',
  120_000,
  z.number().int().min(10).max(500_000),
  'how many people one part of a search holds; a larger place is searched in parts',
)

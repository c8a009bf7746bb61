import { z } from 'zod'
import { lever } from '#kernel/levers.ts'

/** So that breaking the glass stays what it is called. */
export const glassesADay = lever(
  'consents.glassesADay',
  5,
  z.number().int().min(1).max(50),
  'how many times one person may break the glass within 24 hours',
)

/** A figure about fewer persons would tell of single ones: it is left out, not rounded (see README). */
export const fewest = lever(
  'consents.fewest',
  10,
  z.number().int().min(3).max(100),
  'the smallest group of persons that a figure is shown of',
)

import { directions } from './directions.ts'
import { length } from './length.ts'
import { machinePaths } from './machine-paths.ts'
import { migrations, retention } from './migrations.ts'
import { names } from './names.ts'
import { packages } from './packages.ts'
import { roads } from './roads.ts'
import { schemas } from './schemas.ts'
import { slices } from './slices.ts'
import { texts } from './texts.ts'
import { time } from './time.ts'
import { format, lint, types } from './tools.ts'
import type { Gate } from './tree.ts'
import { unused } from './unused.ts'
import { words } from './words.ts'
import { printed } from '../printed.ts'

/** Every gate by its name. */
export const GATES: Record<string, Gate> = {
  types,
  lint,
  format,
  unused,
  directions,
  schemas,
  roads,
  migrations,
  retention,
  slices,
  words,
  names,
  length,
  texts,
  time,
  'machine-paths': machinePaths,
  packages,
  printed: printed(),
}

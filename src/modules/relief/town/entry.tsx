import { EntryCard } from '../parts/entry-card.tsx'
import { useOwnCallLine } from './calls/entry.ts'
import { useOwnListLine } from './checks/entry.ts'
import { useOwnItemLine } from './items/entry.ts'
import { useOwnMoveLine } from './moving/entry.ts'
import { useOwnPassLine } from './passes/entry.ts'
import { useSeekLine } from './seeks/entry.ts'
import { useOwnDoorLine } from './sweeps/entry.ts'
import { useTownShiftLine } from './shifts/entry.ts'
import { useOwnStayLine } from './stays/entry.ts'

/** A line for each tool that says something of me; asked only of whoever is signed in. */
export const ReliefEntry = () => (
  <EntryCard
    lines={[
      useOwnMoveLine(),
      useOwnListLine(),
      useOwnDoorLine(),
      useOwnStayLine(),
      useOwnPassLine(),
      useOwnCallLine(),
      useSeekLine(),
      useTownShiftLine(),
      useOwnItemLine(),
    ]}
  />
)

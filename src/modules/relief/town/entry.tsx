import { EntryCard } from '../parts/entry-card.tsx'
import { useOwnStayLine } from './stays/entry.ts'

/** A line for each tool that says something of me; asked only of whoever is signed in. */
export const ReliefEntry = () => <EntryCard lines={[useOwnStayLine()]} />

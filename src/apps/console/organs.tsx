import { named } from '#kernel/messages.ts'
import { listLines } from '#modules/duties/contract.ts'
import { OrgansPage as Organs } from '#modules/people/console/organs.tsx'
import { useAsk } from '#ui/query.tsx'

/** Organs with their department lines in words, which the duty list knows. */
export function OrgansPage() {
  const lines = useAsk(listLines, {})
  const lineName = (key: string): string => {
    const found = lines.data?.rows.find((line) => line.key === key)
    return found ? named(found.name) : key
  }
  return <Organs lineName={lineName} />
}

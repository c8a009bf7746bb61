import IdCard from 'lucide-react/icons/id-card'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { passWords } from '../../parts/pass-messages.ts'
import { codeText } from '../../parts/pass.ts'
import { ownPassTexts as t } from './messages.ts'
import { useOwnPasses } from './own.ts'

/** A pass that is worth something now, its code in sight. */
export function useOwnPassLine(): EntryLine | null {
  const now = useNow()
  const asked = useOwnPasses()
  const pass = asked.data?.rows.find(({ live }) => live)
  if (!pass) return null
  return {
    to: '/relief/passes',
    icon: IdCard,
    tone: 'done',
    title: t.entry({ code: codeText(pass.code) }),
    sub: t.entrySub({ reason: passWords[pass.reason](), when: moment(pass.until, now) }),
  }
}

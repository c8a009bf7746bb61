import IdCard from 'lucide-react/icons/id-card'
import { getMySelf } from '#modules/signin/contract.ts'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { listPasses } from '../../contract-passes.ts'
import type { EntryLine } from '../../parts/entry-card.tsx'
import { passWords } from '../../parts/pass-messages.ts'
import { codeText } from '../../parts/pass.ts'
import { ownPassTexts as t } from './messages.ts'
import { MINE } from './passes.tsx'

/** A pass that is worth something now, its code in sight. */
export function useOwnPassLine(): EntryLine | null {
  const now = useNow()
  const me = useAsk(getMySelf, {})
  const asked = useAsk(listPasses, MINE, { when: Boolean(me.data?.person) })
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

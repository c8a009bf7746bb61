import { named } from '#kernel/messages.ts'
import { Answered } from '#ui/kit/answer.tsx'
import { Facts } from '#ui/kit/card.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { paperSheet } from '../contract-paper.ts'
import { paperTexts as t } from './paper-messages.ts'
import './paper.css'

/** The picture of what was signed, with who entered it. Opening it is a read that the person sees. */
export function PaperSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const now = useNow()
  const asked = useAsk(paperSheet, { id })
  return (
    <Sheet title={t.sheet()} onClose={onClose}>
      <Answered asked={asked}>
        {(paper) => (
          <>
            <img className="paper-picture" src={paper.picture} alt={t.picture()} />
            <Facts
              rows={[
                [t.signedOn(), paper.signedOn],
                [t.enteredBy(), paper.by ? named(paper.by) : t.none()],
                [t.enteredAt(), moment(paper.enteredAt, now)],
                ...(paper.takenBackAt ? [[t.takenBack(), moment(paper.takenBackAt, now)] as const] : []),
              ]}
            />
          </>
        )}
      </Answered>
    </Sheet>
  )
}

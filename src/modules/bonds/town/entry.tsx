import ChevronRight from 'lucide-react/icons/chevron-right'
import UserRound from 'lucide-react/icons/user-round'
import { Card } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { ownDoor } from '../contract.ts'
import { ownTexts as t } from './messages.ts'

/** On the first screen, once it is known where somebody lives. */
export function DoorEntry() {
  const asked = useAsk(ownDoor, {})
  const door = asked.data?.door
  if (!door) return null
  const [nearest] = door.answerers.filter(({ near, held }) => near && held)
  return (
    <Card flush>
      <Go to="/door" className="big-entry">
        <span className="tile big done">
          <UserRound aria-hidden />
        </span>
        <span className="big-entry-body">
          <strong>{t.entry()}</strong>
          <span className="quiet">{nearest ? t.entryName({ name: nearest.name }) : t.entrySub()}</span>
        </span>
        <ChevronRight aria-hidden />
      </Go>
    </Card>
  )
}

import Footprints from 'lucide-react/icons/footprints'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Card, Facts } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useAsk } from '#ui/query.tsx'
import { reliefMine } from '../../contract-mine.ts'
import { movingWords } from '../../parts/messages.ts'
import { staysHome, TONE_OF_STATE } from '../../parts/states.ts'
import { ownMoveTexts as t } from './messages.ts'
import { isOver, ownState, type OwnMove } from './own.ts'
import '../checks/checks.css'

/** Where I am to go, who fetches me, and when I may go home. */
export function OwnMoves() {
  const asked = useAsk(reliefMine, {}, { everyMs: 60_000 })
  return (
    <Screen title={t.title()} up="/">
      <Answered asked={asked} rows={3}>
        {({ moving }) =>
          moving.length === 0 ? (
            <Card>
              <Empty icon={<Footprints aria-hidden />} text={t.none()}>
                <p className="quiet">{t.noneSub()}</p>
              </Empty>
            </Card>
          ) : (
            moving.map((move, at) => <One key={`${at} ${move.address}`} move={move} />)
          )
        }
      </Answered>
    </Screen>
  )
}

function One({ move }: { move: OwnMove }) {
  const { address, state, shelter, escort, returnAllowed } = move
  const over = isOver(move)
  return (
    <Card>
      <div className="own-list-head">
        <h2>{staysHome(move) ? address : (shelter?.name ?? t.toCome())}</h2>
        {returnAllowed && !over ? (
          <State tone="done" text={staysHome(move) ? t.entryStays() : movingWords.allowed()} />
        ) : (
          <State tone={TONE_OF_STATE[state]} text={ownState(move)} />
        )}
      </div>
      {!over && <p>{hint(move)}</p>}
      {!staysHome(move) && (
        <Facts
          rows={[
            [t.from(), address],
            [t.to(), shelter?.address || shelter?.name || t.toCome()],
            [t.escort(), escort ? `${escort.name} · ${escort.title}` : t.noEscort()],
          ]}
        />
      )}
    </Card>
  )
}

const hint = (move: OwnMove): string => {
  const { state, returnAllowed } = move
  if (staysHome(move)) return t.stays()
  if (returnAllowed) return t.home()
  return state === 'arrived' ? t.stay() : t.take()
}

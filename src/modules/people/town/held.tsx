import { Answered } from '#ui/kit/answer.tsx'
import { GoButton } from '#ui/kit/button.tsx'
import { Card, Facts } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { getPlace } from '#modules/places/contract.ts'
import { spokenName } from '#modules/places/parts/spoken.ts'
import { useAsk } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { getMe } from '../contract.ts'
import { heldTexts as t } from './messages.ts'

/** What the platform holds about me, with the source of it. */
export function Held() {
  const now = useNow()
  const asked = useAsk(getMe, {})
  return (
    <Screen title={t.title()} up="/me">
      <p className="quiet">{t.hint()}</p>
      <Answered asked={asked}>
        {(me) => (
          <Card>
            <Facts
              rows={[
                [t.name(), me.name],
                [t.phone(), me.phone ?? t.none()],
                [t.idNumber(), me.idMasked ?? t.none()],
                [t.home(), me.homePlace ? <HomeOf key="home" code={me.homePlace} /> : t.none()],
                [t.source(), sourceText(me.source)],
                [t.entered(), moment(me.enteredAt, now)],
              ]}
            />
          </Card>
        )}
      </Answered>
      <GoButton look="plain" to="/report">
        {t.correct()}
      </GoButton>
    </Screen>
  )
}

/** The code is what is held; its name is what people know. */
function HomeOf({ code }: { code: string }) {
  const asked = useAsk(getPlace, { code })
  return asked.data ? spokenName(asked.data.path) : code
}

const sourceText = (source: string): string =>
  source === 'self' || source === 'report' || source === 'register' ? t[source]() : source

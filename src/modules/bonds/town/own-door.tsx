import House from 'lucide-react/icons/house'
import Phone from 'lucide-react/icons/phone'
import UserRound from 'lucide-react/icons/user-round'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { dayOf, millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useAsk } from '#ui/query.tsx'
import { type Answerer, ownDoor } from '../contract.ts'
import { ownTexts as t } from './messages.ts'
import { AnsweredFor } from './my-doors.tsx'
import { SaySheet } from './say-sheet.tsx'

type Own = OutputOf<typeof ownDoor>

/** 谁管我家: who answers, how to reach them, how to change, and what both sides have to say. */
export function OwnDoor() {
  const asked = useAsk(ownDoor, {})
  return (
    <Screen title={t.title()} sub={asked.data?.door?.address ?? undefined} up="/">
      <Answered asked={asked}>
        {(own) =>
          own.door ? (
            <Door own={own} answerers={own.door.answerers} />
          ) : (
            <Empty icon={<House aria-hidden />} text={t.noHome()} />
          )
        }
      </Answered>
      <AnsweredFor />
    </Screen>
  )
}

function Door({ own, answerers }: { own: Own; answerers: readonly Answerer[] }) {
  const [saying, setSaying] = useState(false)
  const near = answerers.filter((one) => one.near)
  const far = answerers.filter((one) => !one.near)
  const mine = near.some(({ to }) => to.kind === 'household' || to.kind === 'dwelling')
  const about = near.filter(({ bond }) => bond !== null)
  return (
    <>
      <Part title={t.near()}>
        {!mine && <p>{t.nobody()}</p>}
        <Card flush>
          <Rows label={t.near()}>
            {near.map((one) => (
              <One key={one.bond ?? one.source.id} one={one} phones={own.phones} />
            ))}
          </Rows>
        </Card>
        {own.changeFrom ? (
          <p className="quiet">{t.changeFrom({ day: own.changeFrom })}</p>
        ) : (
          <GoButton look="soft" wide to="/door/choose">
            {mine ? t.change() : t.choose()}
          </GoButton>
        )}
        {about.length > 0 && (
          <Button look="plain" wide onClick={() => setSaying(true)}>
            {t.say()}
          </Button>
        )}
      </Part>
      {own.sayings.length > 0 && <Sayings rows={own.sayings} />}
      {far.length > 0 && (
        <Part title={t.far()}>
          <Card flush>
            <Rows label={t.far()}>
              {far.map((one) => (
                <Row
                  key={one.bond ?? one.source.id}
                  title={one.name}
                  sub={[named(one.kindName), one.title].filter(Boolean).join(' · ')}
                />
              ))}
            </Rows>
          </Card>
        </Part>
      )}
      {saying && <SaySheet about={about} onClose={() => setSaying(false)} />}
    </>
  )
}

function One({ one, phones }: { one: Answerer; phones: Own['phones'] }) {
  const standing = one.substitute
  const phone = phones.find(({ person }) => person === (standing?.person ?? one.person))?.phone
  const name = standing?.name ?? one.name
  const since = [named(one.kindName), one.title, one.origin === 'chosen' ? t.chosen() : '', t.since({ day: one.from })]
  return (
    <Row
      icon={
        <span className={one.held ? 'tile done' : 'tile void'}>
          <UserRound aria-hidden />
        </span>
      }
      title={one.held ? one.name : t.vacant()}
      sub={[...new Set(since)].filter(Boolean).join(' · ')}
      state={standing && t.standsIn({ name: standing.name, until: standing.until })}
      aside={
        phone && (
          <a className="round" href={`tel:${phone}`} aria-label={t.call({ name })}>
            <Phone aria-hidden />
          </a>
        )
      }
    />
  )
}

const Sayings = ({ rows }: { rows: Own['sayings'] }) => (
  <Part title={t.sayings()}>
    <Card flush>
      <Rows label={t.sayings()}>
        {rows.map(({ by, text, at }) => (
          <Row
            key={`${at} ${text}`}
            title={text}
            sub={`${by === 'household' ? t.byHousehold() : t.byAnswerer()} · ${dayOf(millis(at))}`}
          />
        ))}
      </Rows>
    </Card>
  </Part>
)

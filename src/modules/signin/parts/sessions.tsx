import Smartphone from 'lucide-react/icons/smartphone'
import { Answered, Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { ago } from '#ui/time.ts'
import { listSessions, revokeSession } from '../contract.ts'
import { sessionTexts as t } from './messages.ts'

/** Where I am signed in, each to be ended from here. */
export function Sessions({ up }: { up: string }) {
  const now = useNow()
  const asked = useAsk(listSessions, {})
  const revoke = useCall(revokeSession, [listSessions])
  return (
    <Screen title={t.title()} up={up}>
      <p className="quiet">{t.hint()}</p>
      <Failure error={revoke.error} />
      <Answered asked={asked}>
        {({ rows }) => (
          <Card flush>
            <Rows>
              {rows.map((one) => (
                <Row
                  key={one.id}
                  icon={<Smartphone aria-hidden />}
                  title={deviceName(one.agent)}
                  sub={`${t[one.way]()} · ${t.seen({ when: ago(one.seenAt, now) })}`}
                  state={one.current ? <State tone="done" text={t.current()} /> : undefined}
                  aside={
                    !one.current && (
                      <Button
                        look="plain"
                        busy={revoke.isPending}
                        onClick={() => revoke.mutate({ id: one.id }, { onSuccess: () => toast(t.ended()) })}
                      >
                        {t.end()}
                      </Button>
                    )
                  }
                />
              ))}
            </Rows>
          </Card>
        )}
      </Answered>
    </Screen>
  )
}

const KNOWN = [/MicroMessenger/, /DingTalk/, /Edg/, /Firefox/, /Chrome/, /Safari/]
const SYSTEMS = [/HarmonyOS/, /Android/, /iPhone/, /iPad/, /Windows/, /Mac OS/, /Linux/]

/** Browser and system as people know them; anything else as it came, cut short. */
function deviceName(agent: string): string {
  const found = [KNOWN, SYSTEMS].map((list) => list.map((one) => one.exec(agent)?.[0]).find(Boolean))
  return found.filter(Boolean).join(' · ') || agent.slice(0, 40) || '—'
}

import MessagesSquare from 'lucide-react/icons/messages-square'
import { named } from '#kernel/messages.ts'
import { Answered, Empty, Failure } from '#ui/kit/answer.tsx'
import { State, type Tone } from '#ui/kit/badge.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Facts } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { type Contest, type ContestState, myContests, myData, withdrawContest } from '../contract-contests.ts'
import { fieldWords } from '../parts/messages.ts'
import { useRegistry } from '../parts/value.ts'
import { contestsTexts as t } from './messages.ts'

/** What I said is wrong, with every step and the answer. */
export function MyContests() {
  const asked = useAsk(myContests, {})
  return (
    <Screen title={t.title()} up="/me/held">
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon={<MessagesSquare aria-hidden />} text={t.none()}>
              <GoButton to="/me/held">{t.toData()}</GoButton>
            </Empty>
          ) : (
            rows.map((contest) => <One key={contest.id} contest={contest} />)
          )
        }
      </Answered>
    </Screen>
  )
}

const TONES: Record<ContestState, Tone> = { open: 'work', accepted: 'done', refused: 'void', withdrawn: 'void' }
const STEP_TONES = {
  contested: 'work',
  overdue: 'late',
  passed: 'work',
  accepted: 'done',
  refused: 'void',
  withdrawn: 'void',
} as const

function One({ contest }: { contest: Contest }) {
  const now = useNow()
  const registry = useRegistry()
  const { field, shown, says, state, answer, dueAt, late, office } = contest
  return (
    <Card>
      <h2 className="row-title">{registry.name(field)}</h2>
      <State tone={late && state === 'open' ? 'late' : TONES[state]} text={fieldWords[`state_${state}`]()} boxed />
      <Facts
        rows={[
          [t.shown(), registry.say(field, shown)],
          [t.says(), says === null ? t.wrongOnly() : registry.say(field, says)],
          ...(answer ? [[t.answer(), answer] as const] : []),
        ]}
      />
      {state === 'open' && dueAt && (
        <p className="quiet">
          {[late ? t.late() : t.due({ when: moment(dueAt, now) }), office ? t.office({ office: named(office) }) : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <Steps
        label={t.steps()}
        steps={contest.steps.toReversed().map(({ step, at, office: by, note }, no) => ({
          key: no,
          when: moment(at, now),
          title: fieldWords[`step_${step}`](),
          tone: STEP_TONES[step],
          who: by ? named(by) : null,
          children: note ? <p>{note}</p> : undefined,
        }))}
      />
      {state === 'open' && <TakeBack contest={contest} />}
    </Card>
  )
}

function TakeBack({ contest }: { contest: Contest }) {
  const withdraw = useCall(withdrawContest, [myContests, myData])
  return (
    <>
      <Failure error={withdraw.error} />
      <Button
        look="plain"
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate({ id: contest.id }, { onSuccess: () => toast(t.taken()) })}
      >
        {t.back()}
      </Button>
    </>
  )
}

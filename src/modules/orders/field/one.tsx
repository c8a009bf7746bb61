import '../parts/orders.css'
import './field.css'
import ClipboardList from 'lucide-react/icons/clipboard-list'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { PURPOSES } from '#modules/consents/messages.ts'
import { Answered, sentenceFor } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Facts, Note, Part } from '#ui/kit/card.tsx'
import { PhotoStrip } from '#ui/kit/photos.tsx'
import { RowButton, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { Steps } from '#ui/kit/steps.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useLive } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { type AnswerState, myOrder, myOrders } from '../contract-answers.ts'
import type { OrderId } from '../contract.ts'
import { Difference } from '../parts/difference.tsx'
import { answerText, isOver, TONE_OF_ANSWER } from '../parts/looks.ts'
import { orderWords } from '../parts/messages.ts'
import { numberText } from '../parts/number.ts'
import { outcomeText, sendAnswer, useUnheard } from './answering.ts'
import { AnswerSheet } from './answer-sheet.tsx'
import { myTexts as t } from './messages.ts'
import { standing } from './order-row.tsx'

type Mine = OutputOf<typeof myOrder>

type OrderPageProps = { id: string; start: boolean; forms?: boolean; live?: boolean }
/** One order as its recipient reads it, and every way to answer. `start`: the list asked for an answer at once; `forms`: where there are forms to fill in. */
export function OrderPage({ id, start, forms = true, live = true }: OrderPageProps) {
  const asked = useAsk(myOrder, { id: id as OrderId })
  const [doing, setDoing] = useState<AnswerState | 'others' | null>(start ? 'others' : null)
  const close = () => setDoing(null)
  useLive('orders.', [myOrder, myOrders], live)
  const { data } = asked
  const answer = (state: AnswerState): void => {
    if (data && isWord(state)) void sayAtOnce(data, state).then(close)
    else setDoing(state)
  }
  const open = data !== undefined && waysOf(data).length > 0
  return (
    <Screen
      title={data?.title ?? t.title()}
      sub={data ? numberText(data.number) : undefined}
      up="/orders"
      dock={open && <Dock mine={data} onAnswer={answer} onMore={() => setDoing('others')} />}
    >
      <Answered asked={asked} rows={4}>
        {(mine) => (
          <>
            <Head mine={mine} />
            {mine.changed && <Changed mine={mine} />}
            <Asked mine={mine} forms={forms} />
            {isOver(mine.state) && <p className="quiet">{t.over_state()}</p>}
            <Mines mine={mine} />
          </>
        )}
      </Answered>
      {open && doing === 'others' && <Others mine={data} onAnswer={answer} onClose={close} />}
      {open && doing && doing !== 'others' && <AnswerSheet order={data} state={doing} onClose={close} />}
    </Screen>
  )
}

/** Nothing is asked with it: one tap says it. */
const isWord = (state: AnswerState): boolean => state === 'received' || state === 'understood'

async function sayAtOnce(mine: Mine, state: AnswerState): Promise<void> {
  const outcome = await sendAnswer(mine, { state })
  if (outcome.state === 'refused') toast(sentenceFor(outcome.error), 'late')
  else toast(outcomeText(outcome, mine))
}

function Head({ mine }: { mine: Mine }) {
  const now = useNow()
  const left = standing(mine, now)
  const unheard = useUnheard(mine.id)
  return (
    <Card>
      <div className="states">
        <State boxed tone={left.tone} text={left.text} />
        {mine.answer && answerText(mine.answer) !== left.text && (
          <State boxed tone={TONE_OF_ANSWER[mine.answer]} text={answerText(mine.answer)} />
        )}
        {unheard && <State boxed tone="soon" text={t.waiting()} />}
        {mine.red && <span className="order-red">{orderWords.red()}</span>}
        {mine.mark && <State boxed tone="rights" text={orderWords.drill({ mark: mine.mark })} />}
      </div>
      <p className="told">{mine.text}</p>
      {mine.forName && <p className="quiet">{t.forWhom({ name: mine.forName })}</p>}
    </Card>
  )
}

const Changed = ({ mine }: { mine: Mine }) => (
  <Note tone="work" icon={<FilePenLine aria-hidden />} title={t.changed()}>
    {mine.why && <p>{mine.why}</p>}
    {mine.difference && (
      <>
        <p>{t.changedSub()}</p>
        <Difference changes={mine.difference} label={t.changed()} />
      </>
    )}
  </Note>
)

function Asked({ mine, forms }: { mine: Mine; forms: boolean }) {
  const now = useNow()
  const purpose = PURPOSES.find(({ key }) => key === mine.purpose)
  return (
    <>
      {mine.additions.length > 0 && (
        <Part title={t.additions()}>
          <Card>
            {mine.additions.map(({ from, text, at }) => (
              <div key={at}>
                <p className="quiet">
                  {named(from)} · {moment(at, now)}
                </p>
                <p className="told">{text}</p>
              </div>
            ))}
          </Card>
        </Part>
      )}
      <Card>
        <Facts
          rows={[
            [t.doneWhen(), mine.doneWhen],
            [t.evidence(), orderWords[`evidence_${mine.evidence}`]()],
            [t.due(), moment(mine.due, now)],
            [t.burden(), orderWords.minutes({ n: mine.minutes })],
            [t.from(), named(mine.issuer.name)],
            [t.basis(), mine.basis],
            [t.purpose(), purpose ? named(purpose.name) : mine.purpose],
          ]}
        />
        {mine.form && forms && (
          <Note tone="work" icon={<ClipboardList aria-hidden />}>
            <p>{t.formSub()}</p>
            <GoButton look="plain" to="/forms">
              {t.form()}
            </GoButton>
          </Note>
        )}
      </Card>
    </>
  )
}

const WAYS = ['received', 'understood', 'done', 'blocked', 'impossible', 'already'] as const

/** What was said already is not offered again, unless it stood still. */
const waysOf = ({ state, answer }: Mine): AnswerState[] =>
  isOver(state)
    ? []
    : WAYS.filter((way) => !(way === 'received' && answer !== null) && !(way !== 'blocked' && way === answer))

/** The next word as one large button, every other behind it. */
function Dock({ mine, onAnswer, onMore }: { mine: Mine; onAnswer: (state: AnswerState) => void; onMore: () => void }) {
  const ways = waysOf(mine)
  const first = mine.answer === null ? 'understood' : 'done'
  return (
    <>
      <Button look="plain" onClick={onMore}>
        {t.others()}
      </Button>
      {ways.includes(first) && <Button onClick={() => onAnswer(first)}>{t[`do_${first}`]()}</Button>}
    </>
  )
}

type Choosing = { mine: Mine; onAnswer: (state: AnswerState) => void; onClose: () => void }

const Others = ({ mine, onAnswer, onClose }: Choosing) => (
  <Sheet title={t.can()} onClose={onClose}>
    <p className="quiet">{t.canSub()}</p>
    <Rows label={t.can()}>
      {waysOf(mine).map((way) => (
        <RowButton
          key={way}
          title={t[`do_${way}`]()}
          state={<State tone={TONE_OF_ANSWER[way]} text={answerText(way)} />}
          onPress={() => onAnswer(way)}
        />
      ))}
    </Rows>
  </Sheet>
)

function Mines({ mine }: { mine: Mine }) {
  const now = useNow()
  if (mine.answers.length === 0) return null
  return (
    <Part title={t.answers()}>
      <Card>
        <Steps
          label={t.answers()}
          steps={mine.answers.map(({ state, note, need, photos, at, by }, no) => ({
            key: no,
            when: moment(at, now),
            who: by,
            tone: TONE_OF_ANSWER[state],
            title: answerText(state),
            children: (
              <>
                {(note || need) && (
                  <p className="said">{[need && orderWords[`need_${need}`](), note].filter(Boolean).join(' · ')}</p>
                )}
                {photos.length > 0 && <PhotoStrip files={photos} />}
              </>
            ),
          }))}
        />
      </Card>
    </Part>
  )
}

import CircleCheck from 'lucide-react/icons/circle-check'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { named } from '#kernel/messages.ts'
import { keep, useKept } from '#ui/kept.ts'
import { Answered, Empty, Failure } from '#ui/kit/answer.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { listParcels, type Outcome, post, watchParcels } from '#ui/outbox.ts'
import { queries, useAsk } from '#ui/query.tsx'
import type { OutputOf } from '#kernel/contract.ts'
import { answerForm, listDoors, listQuestions, type Question, type SubjectKind } from '../contract.ts'
import { useRegistry } from '../parts/value.ts'
import { misfit } from '../parts/misfit.ts'
import { cardTexts } from './card-messages.ts'
import { fillingTexts as t } from './messages.ts'
import { answerOf, type Given, OneQuestion } from './question.tsx'

type Page = OutputOf<typeof listQuestions>
const cellOf = ({ subject, field }: { subject: string; field: string }): string => `${subject} ${field}`

/** What is missing at one door, as a short list: a tap where nothing changed, one control where something did. */
export function AtDoor({ kind, subject }: { kind: SubjectKind; subject: string }) {
  const asked = useAsk(listQuestions, { kind, subject })
  return (
    <Answered asked={asked}>{(page) => <Filling key={subject} page={page} subject={subject} kind={kind} />}</Answered>
  )
}

function Filling({ page, subject, kind }: { page: Page; subject: string; kind: SubjectKind }) {
  const registry = useRegistry()
  const draft = `fields.${subject}`
  const [given, change] = useKept<Record<string, Given>>(draft, () => ({}))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const onPhone = useOnPhone(subject)
  const open = page.rows.filter((question) => !onPhone.has(cellOf(question)))
  const answers = open.flatMap((question) => {
    const said = given[cellOf(question)]
    return said ? [{ question, said }] : []
  })
  const wrong = new Set(
    answers.filter(({ question, said }) => isWrong(question, said, registry)).map(({ question }) => cellOf(question)),
  )
  const ready = answers.filter(({ question }) => !wrong.has(cellOf(question)))
  async function send() {
    if (wrong.size > 0 || ready.length === 0) return setTried(true)
    setBusy(true)
    const outcome = await post(
      answerForm,
      { answers: ready.map(({ question, said }) => answerOf(question, said)) },
      { title: `${t.title()} · ${page.name}`, photos: {}, thing: subject },
    )
    setBusy(false)
    if (outcome.state === 'refused') return setError(outcome.error)
    keep(draft, undefined)
    change(() => ({}))
    setTried(false)
    toast(sentText(outcome, ready.length))
    await Promise.all([listQuestions, listDoors].map(({ name }) => queries.invalidateQueries({ queryKey: [name] })))
  }
  const dock = open.length > 0 && (
    <Button
      look={answers.length > 0 ? 'primary' : 'soft'}
      busy={busy}
      disabled={answers.length === 0}
      onClick={() => void send()}
    >
      {ready.length > 0 ? t.send({ count: ready.length }) : t.nothing()}
    </Button>
  )
  return (
    <Screen
      title={page.name}
      sub={onPhone.size > 0 ? t.onPhone({ count: onPhone.size }) : undefined}
      up="/forms"
      aside={kind === 'household' && <CardLink household={subject} />}
      dock={dock}
    >
      <Failure error={error} />
      {open.length === 0 && <AllDone />}
      {groupsOf(open).map(([who, questions]) => (
        <Part key={who} title={who === page.name ? t.home() : who}>
          <Card>
            {questions.map((question) => (
              <OneQuestion
                key={cellOf(question)}
                question={question}
                definition={registry.get(question.field)}
                said={given[cellOf(question)]}
                wrong={tried && wrong.has(cellOf(question))}
                onSaid={(said) => change((was) => withSaid(was, cellOf(question), said))}
              />
            ))}
          </Card>
        </Part>
      ))}
      {open.length > 0 && <Why page={page} />}
    </Screen>
  )
}

/** What is known already, before anybody is asked. */
const CardLink = ({ household }: { household: string }) => (
  <Go to={`/household/${household}`} className="pill">
    {cardTexts.title()}
  </Go>
)

const AllDone = () => (
  <Card>
    <Empty icon={<CircleCheck aria-hidden />} text={t.allSub()}>
      <GoButton look="soft" to="/forms">
        {t.back()}
      </GoButton>
    </Empty>
  </Card>
)

/** Who asks and what for: the worker can say it at the door. */
const Why = ({ page }: { page: Page }) => (
  <Part title={t.why()}>
    <Card>
      <ul className="plain-list">
        {page.forms.map((form) => (
          <li key={form.id}>
            <strong>{named(form.name)}</strong>
            <p className="quiet">
              {[form.organName ? named(form.organName) : '', form.reason].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  </Part>
)

const withSaid = (was: Record<string, Given>, cell: string, said: Given | undefined): Record<string, Given> => {
  const { [cell]: _before, ...rest } = was
  return said ? { ...rest, [cell]: said } : rest
}

function isWrong(question: Question, said: Given, registry: ReturnType<typeof useRegistry>): boolean {
  if (said.unchanged) return false
  const definition = registry.get(question.field)
  return !definition || said.value === undefined || misfit(definition, said.value) !== undefined
}

const groupsOf = (rows: readonly Question[]): [string, Question[]][] => [...Map.groupBy(rows, ({ who }) => who)]

/** Answers about this door that have not left the phone: they are not asked again. */
function useOnPhone(subject: string): ReadonlySet<string> {
  const parcels = useSyncExternalStore(watchParcels, listParcels)
  return useMemo(() => {
    const mine = parcels.filter(({ command, thing }) => command === answerForm.name && thing === subject)
    return new Set(mine.flatMap(({ input }) => (input['answers'] as { subject: string; field: string }[]).map(cellOf)))
  }, [parcels, subject])
}

function sentText(outcome: Outcome, count: number): string {
  if (outcome.state !== 'sent') return t.waiting()
  const { results = [] } = (outcome.output ?? {}) as Partial<OutputOf<typeof answerForm>>
  const torn = results.filter((result) => result.outcome === 'branch').length
  return torn > 0 ? t.branch({ count: torn }) : t.sent({ count })
}

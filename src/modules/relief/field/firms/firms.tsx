import Factory from 'lucide-react/icons/factory'
import Sun from 'lucide-react/icons/sun'
import { useState } from 'react'
import { nearName } from '#modules/cases/parts/near.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Tabs } from '#ui/kit/tabs.tsx'
import { said } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { usePages } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { type FirmProblemView, listFirmProblems, listFirms } from '../../contract-firms.ts'
import { firmWords as w } from '../../parts/firm-messages.ts'
import { standingOf, TONE_OF_FIRM, TONE_OF_PROBLEM } from '../../parts/firms.ts'
import { useOpenTool } from '../../parts/opened.ts'
import { fieldFirmTexts as t } from './messages.ts'
import { AnswerSheet, AskSheet, SaySheet } from './sheets.tsx'

export type Firm = Pick<OutputOf<typeof listFirms>['rows'][number], 'id' | 'name' | 'state' | 'workers'>
type Doing = { act: 'say' | 'ask'; firm?: Firm } | { act: 'answer'; problem: FirmProblemView }

/** `calls`: who goes to firms and speaks for them; a department answers. */
export function Firms({ place, calls }: { place: string; calls: boolean }) {
  const open = useOpenTool('relief.firms', place)
  const [view, setView] = useState<'problems' | 'firms'>('problems')
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const dock = open && calls && (
    <>
      <Button look="soft" onClick={() => setDoing({ act: 'say' })}>
        {w.say()}
      </Button>
      <Button onClick={() => setDoing({ act: 'ask' })}>{w.ask()}</Button>
    </>
  )
  return (
    <Screen title={t.title()} sub={t.sub()} up="/" dock={dock || undefined}>
      {open === false && (
        <Note tone="done" icon={<Sun aria-hidden />}>
          <p>{t.closed()}</p>
        </Note>
      )}
      {calls && (
        <Tabs
          label={t.views()}
          tabs={[
            { key: 'problems', text: t.problems() },
            { key: 'firms', text: t.firms() },
          ]}
          chosen={view}
          onChoose={setView}
        />
      )}
      {view === 'problems' ? (
        <Problems open={open === true} onAnswer={(problem) => setDoing({ act: 'answer', problem })} />
      ) : (
        <Called open={open === true} onDo={(act, firm) => setDoing({ act, firm })} />
      )}
      {doing?.act === 'say' && <SaySheet firm={doing.firm} onClose={close} />}
      {doing?.act === 'ask' && <AskSheet firm={doing.firm} place={place} onClose={close} />}
      {doing?.act === 'answer' && <AnswerSheet of={doing.problem} onClose={close} />}
    </Screen>
  )
}

function Problems({ open, onAnswer }: { open: boolean; onAnswer: (problem: FirmProblemView) => void }) {
  const list = usePages(listFirmProblems, { waiting: true })
  const now = useNow()
  return (
    <List list={list} none={t.noProblems()}>
      {list.rows.map((row) => (
        <Card key={row.id}>
          <div>
            <h2 className="row-title">{row.firm.name}</h2>
            <p>{row.text}</p>
            <p className="quiet">
              {[w[row.kind](), t.owner({ organ: row.owner.name }), moment(row.askedAt, now)].join(' · ')}
            </p>
          </div>
          <State tone={TONE_OF_PROBLEM[standingOf(row)]} text={w[standingOf(row)]()} />
          {row.answer && <p className="said public">{row.answer}</p>}
          {open && row.can.includes('answer') && (
            <Button look="soft" wide onClick={() => onAnswer(row)}>
              {w.answer()}
              <span className="unseen"> {row.firm.name}</span>
            </Button>
          )}
        </Card>
      ))}
    </List>
  )
}

function Called({ open, onDo }: { open: boolean; onDo: (act: 'say' | 'ask', firm: Firm) => void }) {
  const list = usePages(listFirms, {})
  const now = useNow()
  return (
    <List list={list} none={t.noFirms()}>
      {list.rows.map((row) => (
        <Card key={row.id}>
          <div>
            <h2 className="row-title">{row.name}</h2>
            <p className="quiet">
              {[nearName(row.placeName), w.atWork({ count: row.workers }), moment(row.saidAt, now)].join(' · ')}
            </p>
            {row.note && <p>{row.note}</p>}
          </div>
          <State tone={TONE_OF_FIRM[row.state]} text={w[row.state]()} />
          {open && (
            <div className="buttons">
              <Button look="soft" onClick={() => onDo('say', row)}>
                {w.say()}
                <span className="unseen"> {row.name}</span>
              </Button>
              <Button look="plain" onClick={() => onDo('ask', row)}>
                {w.ask()}
                <span className="unseen"> {row.name}</span>
              </Button>
            </div>
          )}
        </Card>
      ))}
    </List>
  )
}

type Listed = Parameters<typeof Answered>[0]['asked'] & {
  first: unknown
  rows: readonly unknown[]
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}
const List = ({ list, none, children }: { list: Listed; none: string; children: React.ReactNode }) => (
  <Answered asked={{ ...list, data: list.first }} rows={3}>
    {() => (
      <>
        {list.rows.length === 0 && (
          <Card>
            <Empty icon={<Factory aria-hidden />} text={none} />
          </Card>
        )}
        {children}
        {list.hasNextPage && (
          <Button look="plain" wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {said.more()}
          </Button>
        )}
      </>
    )}
  </Answered>
)

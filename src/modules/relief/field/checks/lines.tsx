import Flame from 'lucide-react/icons/flame'
import { useState } from 'react'
import { Answered } from '#ui/kit/answer.tsx'
import { Facts, Note } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useAsk } from '#ui/query.tsx'
import { checkLines, type CheckView, listChecks } from '../../contract-checks.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { minuteText } from '../../parts/minute.ts'
import { useWhole } from '../../parts/whole-list.ts'
import { ListScreen, Nothing } from '../list-screen.tsx'
import { useRoom } from '../room.ts'
import type { Line } from './answering.ts'
import { LineCard } from './line-card.tsx'
import { lineTexts as t } from './messages.ts'
import './checks.css'

/** The people of my grid who are on a list, and nobody else of it. */
export function CheckLines() {
  const checks = useAsk(listChecks, {})
  const room = useRoom()
  const [chosen, setChosen] = useState('')
  const rows = (checks.data?.rows ?? []).filter(({ lines }) => lines > 0)
  const check = rows.find(({ id }) => id === chosen) ?? rows[0]
  if (check) return <OneCheck key={check.id} check={check} rows={rows} onChoose={setChosen} />
  return (
    <Screen title={t.title()} up="/">
      <Answered asked={checks} rows={4}>
        {() => <Nothing text={room && !room.isOpen('relief.checks') ? t.closed() : t.none()} />}
      </Answered>
    </Screen>
  )
}

const isLeft = ({ state }: Line): boolean => state === 'open' || state === 'nobody'

type OneCheckProps = { check: CheckView; rows: readonly CheckView[]; onChoose: (id: string) => void }
function OneCheck({ check, rows, onChoose }: OneCheckProps) {
  const list = useWhole(checkLines, { check: check.id }, { once: true })
  // Whoever may sign sees on the desk what waits for it; at the door only what is out counts.
  const lines: readonly Line[] = list.rows.filter(({ out }) => out)
  const left = lines.filter(isLeft)
  return (
    <ListScreen
      title={check.title}
      sub={t.sub({ left: left.length, done: lines.length - left.length })}
      lists={rows}
      chosen={check.id}
      onChoose={onChoose}
      lead={<Letter check={check} />}
      asked={list}
      closed={t.nowClosed()}
      views={[
        { key: 'todo', text: t.todo(), none: t.noneTodo(), rows: left },
        { key: 'over', text: t.over(), none: t.noneOver(), rows: lines.filter((line) => !isLeft(line)) },
      ]}
      card={(line) => <LineCard key={line.id} line={line} />}
    />
  )
}

/** At the door one may be asked whose list it is and what for. */
const Letter = ({ check }: { check: CheckView }) => (
  <Note tone="soon" icon={<Flame aria-hidden />} title={checkWords.dies({ when: minuteText(check.until) })}>
    <details className="check-origin">
      <summary>{t.letter()}</summary>
      <Facts
        rows={[
          [checkWords.source(), checkWords.sourceOf({ source: check.source, number: check.sourceNumber })],
          [checkWords.purpose(), check.purpose],
          [checkWords.basis(), check.basis],
        ]}
      />
    </details>
  </Note>
)

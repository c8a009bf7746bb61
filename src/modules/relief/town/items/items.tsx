import PackageOpen from 'lucide-react/icons/package-open'
import Scale from 'lucide-react/icons/scale'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Facts, Note } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { said } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { usePages } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { type ItemView, listItems } from '../../contract-requisition.ts'
import { ownItemTexts as t } from './messages.ts'

/** What was taken from me, under which receipt; what of it came back and was paid. */
export function OwnItems() {
  const list = usePages(listItems, { mine: true })
  return (
    <Screen title={t.title()} sub={t.sub()} up="/">
      <Answered asked={{ ...list, data: list.first }} rows={3}>
        {() => (
          <>
            {list.rows.length === 0 && (
              <Card>
                <Empty icon={<PackageOpen aria-hidden />} text={t.none()} />
              </Card>
            )}
            {list.rows
              .toSorted((a, b) => b.takenAt.localeCompare(a.takenAt))
              .map((row) => (
                <One key={row.id} of={row} />
              ))}
            {list.hasNextPage && (
              <Button look="plain" wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {said.more()}
              </Button>
            )}
            {list.rows.length > 0 && (
              <Note tone="rights" icon={<Scale aria-hidden />}>
                <p>{t.rights()}</p>
              </Note>
            )}
          </>
        )}
      </Answered>
    </Screen>
  )
}

const TONE = { held: 'work', owed: 'soon', settled: 'done' } as const
const money = (n: number): string => n.toLocaleString('en-US')

function One({ of }: { of: ItemView }) {
  const now = useNow()
  const { back, returnedAt, owed, paid } = of
  return (
    <Card>
      <h2 className="row-title">
        {of.item} {money(of.quantity)} {of.unit}
      </h2>
      <State tone={TONE[of.state]} text={t[of.state]()} />
      <Facts
        rows={[
          [t.number(), of.number],
          [t.takenAt(), moment(of.takenAt, now)],
          [t.office(), of.office ?? '—'],
          [t.worth(), t.yuan({ n: money(of.worth) })],
          [t.condition(), of.condition],
          [t.purpose(), of.purpose],
          [t.basis(), of.basis],
          ...(back && returnedAt
            ? [
                [t.back(), [moment(returnedAt, now), t[back](), of.note].filter(Boolean).join(' · ')] as const,
                [t.money(), t.paidOf({ paid: money(paid), owed: money(owed) })] as const,
              ]
            : []),
        ]}
      />
    </Card>
  )
}

import House from 'lucide-react/icons/house'
import { named } from '#kernel/messages.ts'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { said } from '#ui/messages.ts'
import { usePages } from '#ui/query.tsx'
import { myDoors } from '../contract.ts'
import { ownTexts as t } from './messages.ts'

/** Of a resident who answers for others without a post: a party member, a building head. For everybody else it is not there. */
export function AnsweredFor() {
  const list = usePages(myDoors, { limit: 30 })
  if (list.rows.length === 0) return null
  return (
    <Part title={t.answeredFor()}>
      <p className="quiet">{t.answeredForHint()}</p>
      <Card flush>
        <Rows label={t.answeredFor()}>
          {list.rows.map(({ household, address, placeName, head, kinds }) => (
            <Row
              key={household}
              icon={
                <span className="tile done">
                  <House aria-hidden />
                </span>
              }
              title={address ?? placeName}
              sub={[head, ...kinds.map(({ name }) => named(name))].filter(Boolean).join(' · ')}
            />
          ))}
        </Rows>
      </Card>
      {list.hasNextPage && (
        <Button look="plain" wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {said.more()}
        </Button>
      )}
    </Part>
  )
}

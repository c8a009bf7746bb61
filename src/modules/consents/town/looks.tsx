import Eye from 'lucide-react/icons/eye'
import { named } from '#kernel/messages.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { said } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { usePages } from '#ui/query.tsx'
import { ago } from '#ui/time.ts'
import { listLooks } from '../contract.ts'
import { basisText } from './basis.ts'
import { looksTexts as t } from './messages.ts'

type Looked = OutputOf<typeof listLooks>['rows'][number]

/** Every read of my data, newest first. */
export function Looks() {
  const looks = usePages(listLooks, { limit: 30 })
  return (
    <Screen title={t.title()} up="/me">
      <p className="quiet">{t.hint()}</p>
      <Answered asked={{ data: looks.first, error: looks.error, refetch: looks.refetch }}>
        {({ total30, organs30 }) =>
          looks.rows.length === 0 ? (
            <Empty icon={<Eye aria-hidden />} text={t.none()} />
          ) : (
            <>
              <h2 className="case-title">{t.count({ looks: total30, organs: organs30 })}</h2>
              <Card flush>
                <Rows>
                  {looks.rows.map((look) => (
                    <One key={`${look.at} ${look.what} ${look.subject}`} look={look} />
                  ))}
                </Rows>
              </Card>
            </>
          )
        }
      </Answered>
      {looks.hasNextPage && (
        <Button look="plain" wide busy={looks.isFetchingNextPage} onClick={() => void looks.fetchNextPage()}>
          {said.more()}
        </Button>
      )}
      <GoButton look="plain" to="/me/purposes">
        {t.purposes()}
      </GoButton>
    </Screen>
  )
}

function One({ look }: { look: Looked }) {
  const now = useNow()
  return (
    <li className="row look">
      <div className="row-body">
        <p className="row-title">{look.organ ?? (isOwn(look) ? t.yourself() : t.unknown())}</p>
        <p>{whatText(look)}</p>
        <p className="quiet">
          {[look.post, ago(look.at, now)].filter(Boolean).join(' · ')}
          {look.purpose && ` · ${t.why()} ${named(look.purpose)}`}
          {look.basis && ` · ${t.basis()} ${basisText(look.basis)}`}
        </p>
        {look.subject && (
          <Go to={`/case/${look.subject}`} className="link">
            {t.case()}
          </Go>
        )}
      </div>
    </li>
  )
}

const isOwn = ({ organ, role }: Looked): boolean => organ === null && (role === 'resident' || role === 'anonymous')

function whatText(look: Looked): string {
  const { what } = look
  if (what.startsWith('signin.')) return t.signedIn()
  if (isOwn(look) && what.startsWith('cases.')) return t.acted()
  if (what.startsWith('cases.contact')) return t.contact()
  if (what.startsWith('cases.')) return t.report()
  return what.startsWith('people.') ? t.person() : t.other()
}

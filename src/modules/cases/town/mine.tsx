import { Answered, Empty } from '#ui/kit/answer.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Home } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { said } from '#ui/messages.ts'
import { useCall, usePages } from '#ui/query.tsx'
import { myReports } from '../contract.ts'
import { claimReport } from '../contract-acts.ts'
import { type Kept, keptReports } from './drafts.ts'
import { KeptList, ReportCard } from './kept-list.tsx'
import { homeTexts } from './home-messages.ts'
import { mineTexts as t } from './messages.ts'

/** What I reported: with the account, and without one on this phone. */
export function Mine({ signedIn }: { signedIn: boolean }) {
  const kept = keptReports()
  const account = usePages(myReports, { limit: 20 }, { when: signedIn })
  const known = new Set(account.rows.map(({ number }) => number))
  const onPhone = kept.filter(({ number }) => !known.has(number))
  return (
    <Home title={t.title()} sub={homeTexts.hello()}>
      {signedIn ? (
        <Answered asked={{ data: account.first, error: account.error, refetch: account.refetch }}>
          {() =>
            account.rows.length > 0 && (
              <div className="stack">
                {account.rows.map((head) => (
                  <ReportCard key={head.id} head={head} name={head.title} to={`/case/${head.id}`} />
                ))}
                {account.hasNextPage && (
                  <Button
                    look="plain"
                    wide
                    busy={account.isFetchingNextPage}
                    onClick={() => void account.fetchNextPage()}
                  >
                    {said.more()}
                  </Button>
                )}
              </div>
            )
          }
        </Answered>
      ) : (
        <Card>
          <p>{t.signInHint()}</p>
          <GoButton look="soft" to="/signin">
            {t.signIn()}
          </GoButton>
        </Card>
      )}
      {onPhone.length > 0 && (
        <Part title={t.phone()}>
          <KeptList reports={onPhone} />
          {signedIn && <ClaimAll reports={onPhone} />}
        </Part>
      )}
      {onPhone.length === 0 && account.rows.length === 0 && !account.isLoading && (
        <Card>
          <Empty text={homeTexts.none()}>
            <GoButton to="/report">{homeTexts.report()}</GoButton>
          </Empty>
        </Card>
      )}
    </Home>
  )
}

function ClaimAll({ reports }: { reports: readonly Kept[] }) {
  const claim = useCall(claimReport, [myReports])
  async function all() {
    for (const { number, secret } of reports) await claim.mutateAsync({ number, secret })
    toast(t.claimed())
  }
  return (
    <Button look="soft" wide busy={claim.isPending} onClick={() => void all().catch(() => undefined)}>
      {t.claim()}
    </Button>
  )
}

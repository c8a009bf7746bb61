import CloudOff from 'lucide-react/icons/cloud-off'
import Handshake from 'lucide-react/icons/handshake'
import ShieldCheck from 'lucide-react/icons/shield-check'
import Smartphone from 'lucide-react/icons/smartphone'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Language, LargeType } from '#ui/kit/large.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Home } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { queries, useCall } from '#ui/query.tsx'
import { actAs, type Me } from '../contract.ts'
import { SignOut } from '../parts/sign-out.tsx'
import { fieldMeTexts as t } from './messages.ts'

/** Who I am here, in which post, and how this phone shows things. */
export function StaffMe({ me }: { me: Me }) {
  return (
    <Home title={me.person?.name ?? ''} sub={me.acting?.title}>
      <Posts me={me} />
      <Part title={t.account()}>
        <Card flush>
          <Rows>
            <Row
              icon={
                <span className="tile done">
                  <Handshake aria-hidden />
                </span>
              }
              title={t.bonds()}
              to="/bonds"
            />
            <Row
              icon={
                <span className="tile void">
                  <Smartphone aria-hidden />
                </span>
              }
              title={t.sessions()}
              to="/me/sessions"
            />
            <Row
              icon={
                <span className="tile work">
                  <CloudOff aria-hidden />
                </span>
              }
              title={t.phones()}
              to="/me/phones"
            />
            <Row
              icon={
                <span className="tile done">
                  <ShieldCheck aria-hidden />
                </span>
              }
              title={me.secondFactor ? t.factorOn() : t.factorOff()}
            />
          </Rows>
        </Card>
      </Part>
      <Part title={t.settings()}>
        <Card flush>
          <Rows>
            <Row title={t.large()} aside={<LargeType />} />
            <Row title={t.language()} aside={<Language />} />
          </Rows>
        </Card>
      </Part>
      <SignOut />
    </Home>
  )
}

function Posts({ me }: { me: Me }) {
  const act = useCall(actAs)
  const others = me.posts.filter(({ id }) => id !== me.acting?.id)
  // Another post sees other cases: nothing of the former may stay.
  const done = (title: string) => () => {
    toast(t.switched({ title }))
    void queries.resetQueries()
  }
  return (
    <>
      <Card>
        <p className="quiet">{t.acting()}</p>
        <p className="case-title">{me.acting?.title}</p>
        <p>{me.acting?.organName ?? me.acting?.placeName}</p>
      </Card>
      <Failure error={act.error} />
      {others.length > 0 && (
        <Part title={t.others()}>
          <p className="quiet">{t.othersHint()}</p>
          <Card flush>
            <Rows>
              {others.map((post) => (
                <Row
                  key={post.id}
                  title={post.title}
                  sub={post.organName ?? post.placeName}
                  aside={
                    <Button
                      look="soft"
                      busy={act.isPending}
                      onClick={() => act.mutate({ post: post.id }, { onSuccess: done(post.title) })}
                    >
                      {t.switch()}
                    </Button>
                  }
                />
              ))}
            </Rows>
          </Card>
        </Part>
      )}
    </>
  )
}

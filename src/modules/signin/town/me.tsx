import Eye from 'lucide-react/icons/eye'
import FileUser from 'lucide-react/icons/file-user'
import ScrollText from 'lucide-react/icons/scroll-text'
import Smartphone from 'lucide-react/icons/smartphone'
import UserRound from 'lucide-react/icons/user-round'
import { GoButton } from '#ui/kit/button.tsx'
import { Card, Part } from '#ui/kit/card.tsx'
import { Language, LargeType } from '#ui/kit/large.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Home } from '#ui/kit/screen.tsx'
import { SignOut } from '../parts/sign-out.tsx'
import { meTexts as t } from './messages.ts'

const OwnDoor = () => (
  <Card flush>
    <Rows>
      <Row
        icon={
          <span className="tile done">
            <UserRound aria-hidden />
          </span>
        }
        title={t.door()}
        sub={t.doorSub()}
        to="/door"
      />
    </Rows>
  </Card>
)

/** My account, my data and how this phone shows things. */
export function MePage({ name }: { name: string | null }) {
  return (
    <Home title={name ?? t.title()} sub={name ? undefined : t.guest()}>
      {name === null && (
        <Card>
          <p>{t.guestHint()}</p>
          <GoButton to="/signin" wide>
            {t.signIn()}
          </GoButton>
        </Card>
      )}
      {name !== null && <OwnDoor />}
      <Part title={t.rights()}>
        <Card flush>
          <Rows>
            <Row
              icon={
                <span className="tile done">
                  <FileUser aria-hidden />
                </span>
              }
              title={t.held()}
              sub={t.heldSub()}
              to="/me/held"
            />
            <Row
              icon={
                <span className="tile rights">
                  <Eye aria-hidden />
                </span>
              }
              title={t.looks()}
              sub={t.looksSub()}
              to="/me/looks"
            />
            <Row
              icon={
                <span className="tile work">
                  <ScrollText aria-hidden />
                </span>
              }
              title={t.purposes()}
              sub={t.purposesSub()}
              to="/me/purposes"
            />
            <Row
              icon={
                <span className="tile void">
                  <Smartphone aria-hidden />
                </span>
              }
              title={t.sessions()}
              sub={t.sessionsSub()}
              to="/me/sessions"
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
      {name !== null && <SignOut />}
    </Home>
  )
}

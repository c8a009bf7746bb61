import { Page, Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { getMySelf } from '../contract.ts'
import { ChangePassword } from './change-password.tsx'
import { consoleSignin as t } from './messages.ts'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'
import './sign-in.css'

/** 我的账号: where I am signed in, the second factor, the password. */
export function AccountPage() {
  const me = useAsk(getMySelf, {})
  return (
    <Page title={t.account()}>
      <div className="account">
        <Panel title={t.me()}>
          <Shown of={me}>
            {({ person, posts, acting }) => (
              <>
                <p className="strong">{person?.name}</p>
                <ul>
                  {posts.map(({ id, title, placeName, organName }) => (
                    <li key={id}>
                      {[organName, title, placeName].filter(Boolean).join(' · ')}
                      {id === acting?.id && <span className="quiet-ink"> ({t.acting()})</span>}
                    </li>
                  ))}
                </ul>
                <p>
                  <a href="/api/docs" target="_blank" rel="noreferrer">
                    {t.docs()}
                  </a>{' '}
                  <span className="quiet-ink">{t.docsHint()}</span>
                </p>
              </>
            )}
          </Shown>
        </Panel>
        <Panel title={t.second()}>
          <Shown of={me} lines={2}>
            {({ secondFactor }) => <SecondFactor on={secondFactor} />}
          </Shown>
        </Panel>
        <Panel title={t.sessions()} flush className="wide">
          <Sessions />
        </Panel>
        <Panel title={t.change()} note={t.changeLead()} className="wide">
          <ChangePassword />
        </Panel>
      </div>
    </Page>
  )
}

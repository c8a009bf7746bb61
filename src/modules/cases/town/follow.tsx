import { ask } from '#ui/call.ts'
import { Card, Part } from '#ui/kit/card.tsx'
import { PaperForm } from '#ui/kit/paper-form.tsx'
import { goTo } from '#ui/route.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { followCase } from '../contract.ts'
import { keptReport, keptReports } from './drafts.ts'
import { KeptList } from './kept-list.tsx'
import { followTexts as t } from './messages.ts'

const LINK = /\/follow\/([^#/]+)#(\w+)/

/** By number and secret, without an account. A pasted link fills in both. */
export function Follow() {
  const kept = keptReports()
  return (
    <Screen title={t.title()} up="/">
      <Card>
        <PaperForm
          says={t}
          numberHint={t.numberHint()}
          onNumber={(text) => {
            const link = LINK.exec(text)
            return link?.[1] && link[2] ? { number: link[1], secret: link[2] } : { number: text }
          }}
          read={(typed) => {
            const number = typed.number.replace(/[\s-]/g, '')
            return { number, secret: typed.secret.trim() || (keptReport(number)?.secret ?? '') }
          }}
          find={async ({ number, secret }) => {
            await ask(followCase, { number, secret })
            openWith(secret)
            goTo(`/follow/${number}`)
          }}
        />
      </Card>
      <p className="quiet">{t.forgot()}</p>
      {kept.length > 0 && (
        <Part title={t.onPhone()}>
          <KeptList reports={kept} />
        </Part>
      )}
    </Screen>
  )
}

let opened = ''
/** A secret that was typed lives as long as the page; only reports made here are kept on the phone. */
export const openWith = (secret: string): void => void (opened = secret)
export const openedWith = (): string => opened

import { Link } from '@tanstack/react-router'
import { Empty } from '#ui/console/shown.tsx'
import { frameTexts as t } from '../messages.ts'

export const NoSuchPage = () => (
  <main className="page page-narrow">
    <h1 className="unseen">{t.noSuchPage()}</h1>
    <Empty text={t.noSuchPage()}>
      <Link className="quiet" to="/">
        {t.home()}
      </Link>
    </Empty>
  </main>
)

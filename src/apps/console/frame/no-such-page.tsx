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

/** Something broke while drawing: what was typed elsewhere is not lost, and loading again usually helps. */
export const BrokenPage = () => (
  <main className="page page-narrow">
    <h1 className="unseen">{t.broken()}</h1>
    <Empty text={t.broken()}>
      <button type="button" className="quiet" onClick={() => location.reload()}>
        {t.reload()}
      </button>
    </Empty>
  </main>
)

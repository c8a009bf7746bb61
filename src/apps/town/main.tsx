import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import '#ui/phone.css'
import { Loading } from '#ui/kit/answer.tsx'
import { Toasts } from '#ui/kit/toast.tsx'
import { said } from '#ui/messages.ts'
import { Queries } from '#ui/query.tsx'
import { Router, startRouter } from '#ui/route.tsx'
import { startSettings, useSettings } from '#ui/settings.ts'
import { NoSuchPage } from './frame.tsx'
import { routes } from './routes.tsx'

/** Fetched after the screen: in ordinary times there is nothing to show. */
const TownBand = lazy(async () => ({ default: (await import('./band.tsx')).TownBand }))

startSettings()
startRouter('/town', routes)

/** Texts are read while rendering, so another language renders everything anew. */
function Page() {
  const { locale } = useSettings()
  return (
    <Queries key={locale}>
      <a className="skip" href="#main">
        {said.skip()}
      </a>
      <Suspense fallback={null}>
        <TownBand />
      </Suspense>
      <Router other={NoSuchPage} waiting={<Loading />} />
      <Toasts />
    </Queries>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  )

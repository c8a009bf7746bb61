import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '#ui/phone.css'
import { Loading } from '#ui/kit/answer.tsx'
import { Toasts } from '#ui/kit/toast.tsx'
import { said } from '#ui/messages.ts'
import { keepNothing } from '#ui/kept.ts'
import { startOutbox } from '#ui/outbox.ts'
import { Queries, queries } from '#ui/query.tsx'
import { reportCase } from '#modules/cases/contract.ts'
import { handleCase } from '#modules/cases/contract-acts.ts'
import { answerOrder } from '#modules/orders/contract-answers.ts'
import { recordVisit } from '#modules/visits/contract.ts'
import { Router, startRouter } from '#ui/route.tsx'
import { startSettings, useSettings } from '#ui/settings.ts'
import { NoSuchPage } from './frame.tsx'
import { routes } from './routes.tsx'

startSettings()
keepNothing()
startRouter('/field', routes)
startOutbox([reportCase, handleCase, recordVisit, answerOrder], () => void queries.invalidateQueries())
void import('./offline.tsx').then(({ startOffline }) => startOffline())

/** Texts are read while rendering, so another language renders everything anew. */
function Page() {
  const { locale } = useSettings()
  return (
    <Queries key={locale}>
      <a className="skip" href="#main">
        {said.skip()}
      </a>
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

import { Answered } from '#ui/kit/answer.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useAsk } from '#ui/query.tsx'
import { type CertificateView, getCertificate } from '../contract-ending.ts'
import { CertificateSheet } from '../parts/certificate.tsx'
import { townEmergencyTexts as t } from './messages.ts'

/** Public: whoever has the number of a certificate reads it, and sees it recounted. */
export function PublicCertificate({ id }: { id: string }) {
  const asked = useAsk(getCertificate, { id: id as CertificateView['id'] })
  return (
    <Screen title={t.certificateTitle()} sub={asked.data?.number} up="/emergency">
      <p className="quiet">{t.certificateLead()}</p>
      <Answered asked={asked} rows={6}>
        {(view) => <CertificateSheet view={view} />}
      </Answered>
    </Screen>
  )
}

import { PublicCertificate } from '#modules/emergency/town/certificate.tsx'
import { Responses } from '#modules/emergency/town/responses.tsx'
import type { At } from '#ui/route.tsx'

export const ResponsesPage = () => <Responses />
export const CertificatePage = ({ at }: { at: At }) => <PublicCertificate id={at.params['id'] ?? ''} />

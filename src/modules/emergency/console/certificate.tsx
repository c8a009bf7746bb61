import { useParams } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import Printer from 'lucide-react/icons/printer'
import { useState } from 'react'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm } from '#ui/console/drawer-form.tsx'
import { Page } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk, useCall } from '#ui/query.tsx'
import { type CertificateView, getCertificate, witness } from '../contract-ending.ts'
import { CertificateSheet } from '../parts/certificate.tsx'
import { emergencyTexts as t } from './messages.ts'
import { READABLE } from './readable.ts'

/** The certificate as it is printed, recounted while it is read; somebody of another organ signs it here. */
export function CertificatePage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const found = useAsk(getCertificate, { id: id as CertificateView['id'] })
  const { permissions } = useActing()
  const [signing, setSigning] = useState(false)
  const actions = found.data && (
    <>
      <button type="button" className="quiet" onClick={() => window.print()}>
        <Printer size={16} aria-hidden />
        {t.print()}
      </button>
      {!found.data.witness && permissions.has('emergency.witness') && (
        <button type="button" className="firm" onClick={() => setSigning(true)}>
          {t.doWitness()}
        </button>
      )}
    </>
  )
  return (
    <Page title={t.certificateTitle()} actions={actions} className="page-narrow">
      <Shown of={found} lines={10}>
        {(view) => (
          <>
            <section aria-label={t.certificateTitle()} {...READABLE}>
              <CertificateSheet view={view} />
            </section>
            <Witness id={view.id} open={signing} onClose={() => setSigning(false)} />
          </>
        )}
      </Shown>
    </Page>
  )
}

function Witness({ id, open, onClose }: { id: CertificateView['id']; open: boolean; onClose: () => void }) {
  const send = useCall(witness, [getCertificate])
  return (
    <DrawerForm<{ note?: string }>
      title={t.doWitness()}
      lead={t.notWitnessed()}
      open={open}
      onClose={onClose}
      submit={t.doWitness()}
      done={t.saved()}
      onSend={({ note = '' }) => send.mutateAsync({ certificate: id, note })}
    >
      <Form.Item name="note" label={t.witnessNote()}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </DrawerForm>
  )
}

import { App, Form as AntForm, Input, Modal } from 'antd'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { listPurposes } from '#modules/consents/contract.ts'
import { ask, CallError } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { refusalText } from '#ui/console/messages.ts'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { said } from '#ui/messages.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { endForm, type Form, getForm, listForms, publishForm, type Weight } from '../contract.ts'
import { exportForm } from '../contract-tables.ts'
import { fieldWords } from '../parts/messages.ts'
import { PlaceName } from '../parts/place-name.tsx'
import { formTexts as t, registryTexts } from './messages.ts'
import { SheetView } from './sheet-view.tsx'
import { WeightByField, WeightView } from './weight.tsx'

/** One form: what it costs, how it will look, and what may be done with it now. */
export function FormPanel({ id }: { id: Form['id'] }) {
  const asked = useAsk(getForm, { id })
  return (
    <Shown of={asked} lines={8}>
      {(form) => <One form={form} now={form.now} />}
    </Shown>
  )
}

function One({ form, now }: { form: Form; now: Weight }) {
  return (
    <>
      <Panel title={named(form.name)} action={<Acts form={form} now={now} />}>
        <Facts form={form} />
      </Panel>
      <Panel title={t.weight()} note={t.weightNote({ asked: now.asked })}>
        <WeightView weight={now} />
      </Panel>
      <Panel title={t.layout()}>
        <SheetView layout={form.layout} name={named(form.name)} />
      </Panel>
      <Panel title={t.perField()}>
        <WeightByField weight={now} />
      </Panel>
    </>
  )
}

function Facts({ form }: { form: Form }) {
  const purposes = useAsk(listPurposes, {})
  const purpose = purposes.data?.rows.find(({ key }) => key === form.purpose)
  return (
    <dl className="facts">
      <dt>{t.organ()}</dt>
      <dd>{form.organName ? named(form.organName) : '—'}</dd>
      <dt>{t.area()}</dt>
      <dd>
        <PlaceName code={form.area} /> ·{' '}
        {form.weight
          ? t.subjects({ n: form.weight.subjects, what: fieldWords[form.subject]() })
          : fieldWords[form.subject]()}
      </dd>
      <dt>{t.why()}</dt>
      <dd>{form.reason}</dd>
      <dt>{t.purpose()}</dt>
      <dd>{purpose ? named(purpose.name) : form.purpose}</dd>
      {form.withinDays !== null && (
        <>
          <dt>{t.within()}</dt>
          <dd>{registryTexts.days({ n: form.withinDays })}</dd>
        </>
      )}
      <dt>{t.state()}</dt>
      <dd>
        {t[form.state]()}
        {form.until && ` · ${registryTexts.until({ until: form.until })}`}
      </dd>
    </dl>
  )
}

function Acts({ form, now }: { form: Form; now: Weight }) {
  const { permissions } = useActing()
  const [doing, setDoing] = useState<'publish' | 'end'>()
  const take = useTaking(form)
  return (
    <>
      {permissions.has('fields.export') && (
        <button type="button" className="link" disabled={take.busy} onClick={() => void take.take()}>
          {t.export()}
        </button>
      )}
      {form.state === 'draft' && permissions.has('fields.publish') && (
        <button type="button" className="firm" onClick={() => setDoing('publish')}>
          {t.publish()}
        </button>
      )}
      {form.state === 'open' && permissions.has('fields.end') && (
        <button type="button" className="link" onClick={() => setDoing('end')}>
          {t.end()}
        </button>
      )}
      {doing === 'publish' && <Publish form={form} now={now} onClose={() => setDoing(undefined)} />}
      {doing === 'end' && <End form={form} onClose={() => setDoing(undefined)} />}
    </>
  )
}

/** The cost stands once more before the button that asks so many people. */
function Publish({ form, now, onClose }: { form: Form; now: Weight; onClose: () => void }) {
  const publish = useCall(publishForm, [listForms, getForm])
  const { message } = App.useApp()
  const send = () =>
    publish.mutate(
      { id: form.id },
      {
        onSuccess: () => {
          void message.success(t.published())
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t.publishTitle({ name: named(form.name) })}
      onCancel={onClose}
      onOk={send}
      okText={t.publish()}
      cancelText={said.cancel()}
      confirmLoading={publish.isPending}
    >
      <div className="stack">
        {publish.error && (
          <p role="alert" className="late-number">
            {refusalText(publish.error)}
          </p>
        )}
        <WeightView weight={now} />
      </div>
    </Modal>
  )
}

function End({ form, onClose }: { form: Form; onClose: () => void }) {
  const end = useCall(endForm, [listForms, getForm])
  return (
    <DrawerForm<{ reason: string }>
      title={t.endTitle({ name: named(form.name) })}
      lead={t.endLead()}
      open
      danger
      onClose={onClose}
      submit={t.end()}
      done={t.endedNow()}
      onSend={({ reason }) => end.mutateAsync({ id: form.id, reason })}
    >
      <AntForm.Item name="reason" label={t.reason()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={200} />
      </AntForm.Item>
    </DrawerForm>
  )
}

/** A read of everybody in it, so it is asked for when it is wanted and not kept. */
function useTaking(form: Form) {
  const [busy, setBusy] = useState(false)
  const { message } = App.useApp()
  const take = async (): Promise<void> => {
    setBusy(true)
    try {
      const { name, type, base64, rows, withheld } = await ask(exportForm, { id: form.id, format: 'xlsx' })
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([bytes], { type }))
      link.download = name
      link.click()
      URL.revokeObjectURL(link.href)
      const note = withheld.length > 0 ? ` ${t.withheld({ n: withheld.length })}` : ''
      void message.success(t.exported({ rows }) + note)
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      void message.error(refusalText(problem))
    } finally {
      setBusy(false)
    }
  }
  return { take, busy }
}

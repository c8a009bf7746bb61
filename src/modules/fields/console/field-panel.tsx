import Hand from 'lucide-react/icons/hand'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { listPurposes } from '#modules/consents/contract.ts'
import { Form, Input } from 'antd'
import { dayOf } from '#kernel/clock.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { Panel } from '#ui/console/page.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { type Definition, endField, listDefinitions } from '../contract.ts'
import { roleName } from '../parts/value.ts'
import { DefineField } from './define-field.tsx'
import { registryTexts as t } from './messages.ts'

/** A line that a city added by itself is told by its key. */
export function truthText(source: string): string {
  if (source === 'self' || source === 'field' || source === 'core') return t[`truth_${source}`]()
  const [, name] = Object.entries(t).find(([key]) => key === `line_${source}`) ?? []
  return name ? (name as () => string)() : t.truth_line({ line: source })
}

/** One datum in full: what it is, on what basis, who reads it. */
export function FieldPanel({ field }: { field: Definition }) {
  const { permissions } = useActing()
  const [doing, setDoing] = useState<'revise' | 'end'>()
  const may = permissions.has('fields.define') && !field.core
  const actions = may && (
    <>
      <button type="button" className="link" onClick={() => setDoing('revise')}>
        {t.revise()}
      </button>
      <button type="button" className="link" onClick={() => setDoing('end')}>
        {t.stop()}
      </button>
    </>
  )
  return (
    <>
      <Panel title={named(field.name)} action={actions}>
        <Facts field={field} />
      </Panel>
      {doing === 'revise' && <DefineField of={field} onClose={() => setDoing(undefined)} />}
      {doing === 'end' && <EndField field={field} onClose={() => setDoing(undefined)} />}
    </>
  )
}

function Facts({ field }: { field: Definition }) {
  const purposes = useAsk(listPurposes, {})
  const known = (key: string) => purposes.data?.rows.find((one) => one.key === key)
  const byConsent = field.purposes.every((key) => known(key)?.basis === 'consent') && purposes.data !== undefined
  return (
    <div className="stack">
      {(field.core || byConsent) && (
        <p className="data-warn">
          <Hand size={16} aria-hidden />
          {field.core ? t.core() : t.byConsent()}
        </p>
      )}
      <dl className="facts">
        <dt>{t.key()}</dt>
        <dd>
          <code>{field.key}</code>
        </dd>
        <dt>{t.type()}</dt>
        <dd>
          {t[`type_${field.type}`]()}
          {field.unit && ` · ${named(field.unit)}`}
        </dd>
        {field.choices.length > 0 && (
          <>
            <dt>{t.choices()}</dt>
            <dd className="chips">
              {field.choices.map((one) => (
                <span key={one.key} className="chip">
                  {named(one)}
                </span>
              ))}
            </dd>
          </>
        )}
        <dt>{t.truth()}</dt>
        <dd>{truthText(field.source)}</dd>
        <dt>{t.fresh()}</dt>
        <dd>{field.freshDays ? t.days({ n: field.freshDays }) : t.always()}</dd>
        <dt>{t.level()}</dt>
        <dd>{t[field.sensitivity]()}</dd>
        <dt>{t.purposes()}</dt>
        <dd className="chips">
          {field.purposes.map((key) => (
            <span key={key} className="chip" data-tone="done">
              {known(key) ? named(known(key)?.name ?? { zh: key }) : key}
            </span>
          ))}
        </dd>
        <dt>{t.readers()}</dt>
        <dd className="chips">
          {field.readers.map((role) => (
            <span key={role} className="chip">
              {roleName(role)}
            </span>
          ))}
        </dd>
        <dt>{t.law()}</dt>
        <dd>{field.law}</dd>
        <dt>{t.version()}</dt>
        <dd>
          {t.inForce({ no: field.version, from: field.from })}
          {field.until && ` · ${t.until({ until: field.until })}`}
        </dd>
      </dl>
    </div>
  )
}

function EndField({ field, onClose }: { field: Definition; onClose: () => void }) {
  const now = useNow()
  const end = useCall(endField, [listDefinitions])
  return (
    <DrawerForm<{ until: string }>
      title={t.endTitle({ name: named(field.name) })}
      lead={t.endLead()}
      open
      danger
      onClose={onClose}
      initial={{ until: dayOf(now) }}
      submit={t.stop()}
      done={t.ended()}
      onSend={({ until }) => end.mutateAsync({ key: field.key, until })}
    >
      <Form.Item name="until" label={t.lastDay()} rules={[needed]}>
        <Input type="date" min={dayOf(now)} />
      </Form.Item>
    </DrawerForm>
  )
}

import { Alert, Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { ask, CallError } from '#ui/call.ts'
import { refusalText } from '#ui/console/messages.ts'
import { said } from '#ui/messages.ts'
import { readCap } from '../contract-warnings.ts'
import { orderWords, warningWords } from '../parts/messages.ts'
import { At } from './at.tsx'
import type { WarnStart } from './warn-form.tsx'
import { warnTexts as t } from './warning-messages.ts'

type Read = OutputOf<typeof readCap>
type Info = Read['infos'][number]
const REAL = 'Actual'

/** An alert of another system: read by the server, looked at by a person, then written as a warning of our own. */
export function CapForm({ onClose, onTake }: { onClose: () => void; onTake: (from: WarnStart) => void }) {
  const [xml, setXml] = useState('')
  const [read, setRead] = useState<Read>()
  const [error, setError] = useState<CallError>()
  const look = async (text: string): Promise<void> => {
    setError(undefined)
    setRead(undefined)
    try {
      setRead(await ask(readCap, { xml: text }))
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
    }
  }
  return (
    <Drawer
      title={t.capIn()}
      open
      onClose={onClose}
      size={600}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{said.cancel()}</Button>
          <Button type="primary" disabled={xml.trim() === ''} onClick={() => void look(xml)}>
            {t.capRead()}
          </Button>
        </div>
      }
    >
      <div className="stack">
        <p className="quiet-ink">{t.capLead()}</p>
        <input
          type="file"
          accept=".xml,.cap,application/cap+xml"
          aria-label={t.capFile()}
          onChange={({ target }) => void target.files?.[0]?.text().then(setXml)}
        />
        <Input.TextArea
          aria-label={t.capText()}
          rows={9}
          value={xml}
          onChange={({ target }) => setXml(target.value)}
          className="orders-code"
        />
        {error && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={error.code === 'invalid' ? t.capRefused() : refusalText(error)}
          />
        )}
        {read && <Found read={read} onTake={onTake} />}
      </div>
    </Drawer>
  )
}

function Found({ read, onTake }: { read: Read; onTake: (from: WarnStart) => void }) {
  const info = read.infos.find(({ language }) => language.toLowerCase().startsWith('zh')) ?? read.infos[0]
  if (!info) return null
  const start = startOf(read, info)
  return (
    <section className="stack">
      {read.status !== REAL && <p className="refused-rule">{t.capTest()}</p>}
      <dl className="facts">
        <dt>{t.headline()}</dt>
        <dd>{info.headline ?? info.event}</dd>
        <dt>{t.status()}</dt>
        <dd>
          {read.status} · {read.msgType}
        </dd>
        <dt>{t.sender()}</dt>
        <dd>{info.senderName ?? read.sender}</dd>
        <dt>{warningWords.issuedAt()}</dt>
        <dd>
          <At at={read.sent} />
        </dd>
        <dt>{warningWords.hazard()}</dt>
        <dd>
          {warningWords[info.hazard]()} · {info.grade ? warningWords[`grade_${info.grade}`]() : '—'}
        </dd>
        <dt>{warningWords.area()}</dt>
        <dd>{info.areas.join(orderWords.comma())}</dd>
        <dt>{warningWords.matter()}</dt>
        <dd className="warning-text">{info.description}</dd>
        <dt>{warningWords.measures()}</dt>
        <dd className="warning-text">{info.instruction ?? '—'}</dd>
      </dl>
      <Button type="primary" disabled={read.status !== REAL} onClick={() => onTake(start)}>
        {t.capTake()}
      </Button>
    </section>
  )
}

const startOf = ({ sender, identifier }: Read, info: Info): WarnStart => ({
  hazard: info.hazard,
  ...(info.grade ? { grade: info.grade } : {}),
  matter: info.description ?? info.headline ?? '',
  measures: info.instruction ?? '',
  ...(info.effective ? { startsAt: info.effective } : {}),
  ...(info.expires ? { endsAt: info.expires } : {}),
  source: `${sender} ${identifier}`.slice(0, 300),
})

import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { newId } from '#ui/call.ts'
import { CHECK_REASONS, type CheckView } from '../../contract-checks.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { layTexts as t } from './lay-messages.ts'
import { readRows, type Row } from './rows.ts'

/** Lines come out of a sheet or by hand; what is pasted stays in the box until it is taken in. */
export function Paste({ kind, onTake }: { kind: CheckView['kind']; onTake: (rows: readonly Row[]) => void }) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string>()
  const reasons = CHECK_REASONS[kind].map((code) => ({ value: code as string, label: checkWords[code]() }))
  const usual = reasons.some(({ value }) => value === chosen) ? chosen : undefined
  const take = () => {
    onTake(readRows(text, kind, usual ?? '', newId))
    setText('')
  }
  return (
    <div className="laying-paste">
      <Input.TextArea
        rows={3}
        value={text}
        aria-label={t.paste()}
        placeholder={t.pasteHint()}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="filters">
        <label className="row">
          <span className="quiet-ink">{t.usualReason()}</span>
          <Select
            style={{ width: 150 }}
            allowClear
            aria-label={t.usualReason()}
            value={usual ?? null}
            options={reasons}
            onChange={(code: string | null | undefined) => setChosen(code ?? undefined)}
          />
        </label>
        <Button disabled={text.trim() === ''} onClick={take}>
          {t.take()}
        </Button>
        <Button
          type="link"
          onClick={() => onTake([{ id: newId(), name: '', phone: '', reason: usual ?? '', evidence: '' }])}
        >
          {t.addOne()}
        </Button>
      </div>
    </div>
  )
}

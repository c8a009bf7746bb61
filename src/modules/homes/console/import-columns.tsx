import { Alert, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import type { CallError } from '#ui/call.ts'
import { Panel } from '#ui/console/page.tsx'
import { useCall } from '#ui/query.tsx'
import { checkImport, getImport, importReport } from '../contract-import.ts'
import { KEYS, type Key } from '../import/keys.ts'
import { keyWord } from '../import-messages.ts'
import { importTexts as t, listRefusal } from './import-messages.ts'

const NOT_READ = 'none'
type Asked = Record<number, Key | null>

/** What each column is taken for. Each meaning once; what may not be collected cannot be chosen. */
export function Columns({ answer: { import: list, grids } }: { answer: OutputOf<typeof getImport> }) {
  const [asked, setAsked] = useState<Asked>(Object.fromEntries(list.columns.map(({ at, key }) => [at, key])))
  const [grid, setGrid] = useState<string | null>(list.grid)
  const check = useCall(checkImport, [getImport, importReport])
  const open = list.state === 'taken' || list.state === 'checked'
  const choose = (at: number, key: Key | null): void =>
    setAsked((was) => ({
      ...Object.fromEntries(
        Object.entries(was).map(([other, had]) => [other, key !== null && had === key ? null : had]),
      ),
      [at]: key,
    }))
  const send = () =>
    check.mutate({ id: list.id, grid, columns: list.columns.map(({ at }) => ({ at, key: asked[at] ?? null })) })
  return (
    <Panel title={t.columns()} note={open ? t.columnsNote() : undefined} className="import-columns">
      <ul>
        {list.columns.map(({ at, header }) => (
          <li key={at}>
            <span title={header}>{header || '—'}</span>
            {list.refused.includes(header) ? (
              <span className="chip" data-tone="late">
                {t.refused()}
              </span>
            ) : (
              <Select
                aria-label={t.columnIs({ header })}
                disabled={!open}
                value={asked[at] ?? NOT_READ}
                onChange={(key: Key | typeof NOT_READ) => choose(at, key === NOT_READ ? null : key)}
                options={[
                  ...KEYS.map((key) => ({ value: key, label: keyWord(key) })),
                  { value: NOT_READ, label: t.ignored() },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      <label className="import-grid">
        <span>{t.grid()}</span>
        <Select
          disabled={!open}
          value={grid ?? NOT_READ}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(code: string) => setGrid(code === NOT_READ ? null : code)}
          options={[
            { value: NOT_READ, label: t.noGrid() },
            ...grids.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </label>
      {check.error && <Refused error={check.error} />}
      {open && (
        <button type="button" className="firm" disabled={check.isPending} onClick={send}>
          {list.state === 'checked' ? t.checkAgain() : t.check()}
        </button>
      )}
    </Panel>
  )
}

const Refused = ({ error }: { error: CallError }) => (
  <Alert type="error" showIcon role="alert" title={listRefusal(error)} />
)

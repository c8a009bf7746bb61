import { Input, Select } from 'antd'
import { Empty } from '#ui/console/shown.tsx'
import { CHECK_REASONS, type CheckView } from '../../contract-checks.ts'
import { checkWords } from '../../parts/check-messages.ts'
import { reasonText } from '../../parts/checks.ts'
import { layTexts as t } from './lay-messages.ts'
import { faultOfRow, type Row } from './rows.ts'

type LayRowsProps = {
  kind: CheckView['kind']
  rows: readonly Row[]
  onChange: (id: string, to: Partial<Row>) => void
  onDrop: (id: string) => void
}

/** Lines that can be sent are read; those that cannot say why and are mended where they stand. They come first. */
export function LayRows({ kind, rows, onChange, onDrop }: LayRowsProps) {
  if (rows.length === 0) return <Empty text={t.none()} />
  const numbered = rows.map((row, at) => ({ row, no: at + 1, fault: faultOfRow(kind, row) }))
  const isOpen = ({ row, fault }: (typeof numbered)[number]) => fault !== undefined || row.mended === true
  const sorted = [...numbered.filter(isOpen), ...numbered.filter((one) => !isOpen(one))]
  return (
    <section className="table-box" aria-label={t.rows()}>
      <table className="table lay-rows">
        <caption className="unseen">{t.rows()}</caption>
        <colgroup>
          <col style={{ width: 46 }} />
          <col style={{ width: 92 }} />
          <col style={{ width: 128 }} />
          <col style={{ width: 132 }} />
          <col />
          <col style={{ width: '27%' }} />
          <col style={{ width: 92 }} />
        </colgroup>
        <thead>
          <tr>
            {[t.no(), t.person(), t.phone(), t.reason(), t.evidence(), t.fault()].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{t.drop()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ row, no, fault }) => (
            <tr key={no} data-faulty={fault ? '' : undefined}>
              <td>{no}</td>
              {fault || row.mended ? (
                <Mending kind={kind} row={row} no={no} onChange={(to) => onChange(row.id, to)} />
              ) : (
                <Read row={row} />
              )}
              <td>
                {fault ? (
                  <span className="lay-fault">
                    <strong>{t[fault]()}</strong> {t[`do_${fault}`]()}
                  </span>
                ) : (
                  <span className="chip" data-tone="done">
                    {t.ready()}
                  </span>
                )}
              </td>
              <td>
                <span className="row">
                  {!fault && !row.mended && (
                    <button
                      type="button"
                      className="link"
                      aria-label={t.mendOf({ no })}
                      onClick={() => onChange(row.id, {})}
                    >
                      {t.mend()}
                    </button>
                  )}
                  <button type="button" className="link" aria-label={t.dropOf({ no })} onClick={() => onDrop(row.id)}>
                    {t.drop()}
                  </button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Read = ({ row }: { row: Row }) => (
  <>
    <td>
      <strong className="strong">{row.name}</strong>
    </td>
    <td>{row.phone}</td>
    <td>{reasonText(row.reason)}</td>
    <td title={row.evidence}>{row.evidence}</td>
  </>
)

type MendingProps = { kind: CheckView['kind']; row: Row; no: number; onChange: (to: Partial<Row>) => void }
function Mending({ kind, row, no, onChange }: MendingProps) {
  const known: readonly string[] = CHECK_REASONS[kind]
  const reasons = CHECK_REASONS[kind].map((code) => ({ value: code as string, label: checkWords[code]() }))
  return (
    <>
      {(['name', 'phone'] as const).map((field) => (
        <td key={field}>
          <Input
            size="small"
            value={row[field]}
            maxLength={field === 'name' ? 40 : 11}
            aria-label={`${no} ${field === 'name' ? t.person() : t.phone()}`}
            onChange={(event) => onChange({ [field]: event.target.value.trim() })}
          />
        </td>
      ))}
      <td>
        <Select
          size="small"
          style={{ width: '100%' }}
          aria-label={`${no} ${t.reason()}`}
          value={row.reason || null}
          status={known.includes(row.reason) ? '' : 'error'}
          options={reasons}
          onChange={(reason: string) => onChange({ reason })}
        />
      </td>
      <td>
        <Input
          size="small"
          value={row.evidence}
          maxLength={300}
          aria-label={`${no} ${t.evidence()}`}
          onChange={(event) => onChange({ evidence: event.target.value })}
        />
      </td>
    </>
  )
}

import { Input } from 'antd'
import { Empty } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { rotationTexts as t } from './messages.ts'
import type { Findings } from './rotation-wizard.tsx'

type CheckedProps = { found: Findings; reason: string; onReason: (reason: string) => void }

/** What the plan would do and what speaks against it. */
export const Checked = ({ found, reason, onReason }: CheckedProps) => (
  <section>
    <h3 className="strong">{t.findings()}</h3>
    {found.abandoned.length > 0 && (
      <p className="stale" role="alert">
        {t.abandoned({ count: found.abandoned.length })}
      </p>
    )}
    <Table
      caption={t.findings()}
      rows={found.findings}
      keyOf={({ seat, rule }) => `${seat} ${rule}`}
      empty={<Empty text={t.noFindings()} />}
      columns={[
        { key: 'name', title: t.to(), width: 110, cell: ({ name }) => <strong className="strong">{name}</strong> },
        { key: 'rule', title: t.findings(), cell: ({ rule }) => t[`rule_${rule}`]() },
        { key: 'fact', title: t.text(), width: 180, cell: ({ fact }) => fact },
        {
          key: 'weight',
          title: t.state(),
          width: 110,
          cell: ({ weight }) => (
            <span className="chip" data-tone={weight === 'refuse' ? 'late' : 'soon'}>
              {t[`weight_${weight}`]()}
            </span>
          ),
        },
      ]}
    />
    {found.findings.some(({ weight }) => weight === 'warn') && (
      <label className="stack">
        {t.reason()}
        <Input.TextArea rows={2} maxLength={400} value={reason} onChange={(event) => onReason(event.target.value)} />
      </label>
    )}
    <h3 className="strong">{t.content()}</h3>
    <Table
      caption={t.content()}
      rows={found.rows}
      keyOf={({ seat }) => seat}
      columns={[
        {
          key: 'seat',
          title: t.seat(),
          cell: ({ title, placeName }) => <span title={placeName}>{`${title} · ${placeName}`}</span>,
        },
        { key: 'people', title: t.to(), width: 170, cell: ({ from, to }) => `${from} → ${to}` },
        { key: 'bonds', title: t.bonds(), width: 70, end: true, cell: ({ bonds }) => bonds },
        { key: 'cases', title: t.cases(), width: 70, end: true, cell: ({ cases }) => cases },
      ]}
    />
  </section>
)

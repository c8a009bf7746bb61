import { Alert } from 'antd'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { type LevelPlan, preview, type Response } from '../contract-playbooks.ts'
import { kindText, levelText, powerText, roleText } from '../parts/word-messages.ts'
import { emergencyTexts as t } from './messages.ts'
import { Past } from './past.tsx'
import { valueText } from './values.ts'

type Asked = { playbook?: string | undefined; level?: Response | undefined; area: string[] }
type PreviewProps = Asked & { drill: boolean; plan?: LevelPlan | undefined }

/** What the playbook would change there; nothing is changed by looking. */
export function Preview({ playbook, level, area, drill, plan }: PreviewProps) {
  const ready = playbook !== undefined && level !== undefined && area.length > 0
  const found = useAsk(preview, { playbook: playbook ?? '', level: level ?? 'IV', area, drill }, { when: ready })
  if (!ready)
    return (
      <Panel title={t.preview()}>
        <Empty text={t.previewEmpty()} />
      </Panel>
    )
  return (
    <Panel title={t.preview()} className="preview">
      <Shown of={found} lines={10}>
        {(seen) => <Seen seen={seen} plan={plan} />}
      </Shown>
      <Past playbook={playbook} level={level} area={area} />
    </Panel>
  )
}

const count = (rows: readonly { count: number }[]): number => rows.reduce((sum, row) => sum + row.count, 0)

type Found = OutputOf<typeof preview>

const Seen = ({ seen, plan }: { seen: Found; plan?: LevelPlan | undefined }) => (
  <div className="preview-parts">
    {seen.clashes.map(({ number, kind, level }) => (
      <Alert
        key={number}
        type="warning"
        showIcon
        title={t.clash({ what: `${number} ${kindText(kind)} ${levelText(level)}` })}
      />
    ))}
    {seen.authority.length > 0 && <p>{t.authority({ roles: seen.authority.map(roleText).join('、') })}</p>}
    <Rules seen={seen} />
    <section>
      <h3>{t.tools()}</h3>
      <p className="row wrap">
        {seen.opens.map(({ lever }) => (
          <span key={lever} className="chip" data-tone="work">
            {powerText(lever)}
          </span>
        ))}
      </p>
      <Bonds seen={seen} />
    </section>
    <Seats seen={seen} />
    <section>
      <h3>
        {t.reached()} <span className="num">{count(seen.told)}</span>
      </h3>
      <p>{seen.told.map((row) => `${roleText(row.role)} ${row.count}`).join(' · ')}</p>
      <p className="quiet-ink">{t.reports({ hours: seen.reports.everyHours })}</p>
      {plan && plan.pauses.length > 0 && (
        <>
          <h3>{t.pauses()}</h3>
          <p>{plan.pauses.map(named).join('；')}</p>
        </>
      )}
      {plan && (
        <>
          <h3>{t.goesOn()}</h3>
          <p>{plan.goesOn.map(named).join('；')}</p>
        </>
      )}
    </section>
  </div>
)

const Rules = ({ seen }: { seen: Found }) => (
  <section>
    <h3>{t.changes()}</h3>
    {seen.levers.length === 0 && <p className="quiet-ink">{t.noChanges()}</p>}
    <ul className="changes">
      {seen.levers.map(({ lever, usual, value, why }) => (
        <li key={lever}>
          <strong>{powerText(lever)}</strong>
          <span className="num">
            {valueText(usual)} → {valueText(value)}
          </span>
          <span className="quiet-ink">{named(why)}</span>
        </li>
      ))}
    </ul>
  </section>
)

const Seats = ({ seen }: { seen: Found }) => (
  <section>
    <h3>
      {t.seats()} <span className="num">{count(seen.seats)}</span>
    </h3>
    <ul className="changes">
      {seen.seats.map(({ title, group, count: n }, no) => (
        <li key={`${title} ${no}`}>
          <strong>{title}</strong>
          <span className="num">{n}</span>
          <span className="quiet-ink">{named(group)}</span>
        </li>
      ))}
    </ul>
    {seen.vacant.length > 0 && <p className="late-number">{t.vacant({ count: seen.vacant.length })}</p>}
  </section>
)

const Bonds = ({ seen }: { seen: Found }) =>
  seen.bonds.length > 0 && (
    <>
      <h3>{t.raisedBonds()}</h3>
      <ul className="changes">
        {seen.bonds.map(({ kind, count: n, without }) => (
          <li key={kind}>
            <strong>{bondText(kind)}</strong>
            <span className="num">{n}</span>
            {without > 0 && <span className="late-number">{t.without({ count: without })}</span>}
          </li>
        ))}
      </ul>
    </>
  )

/** The bonds of an emergency, by the names of their kinds. */
const BONDS: Record<string, () => string> = {
  team_block: t.bondBlock,
  team_firm: t.bondFirm,
  team_community: t.bondVillage,
}
export const bondText = (kind: string): string => BONDS[kind]?.() ?? kind

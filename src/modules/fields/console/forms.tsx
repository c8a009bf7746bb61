import { useMemo, useState } from 'react'
import { named } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { type Form, FORM_STATES, listForms } from '../contract.ts'
import { PlaceName } from '../parts/place-name.tsx'
import { SectionTabs } from './section-tabs.tsx'
import { DraftForm } from './draft-form.tsx'
import { FormPanel } from './form-panel.tsx'
import { formTexts as t, dataTexts } from './messages.ts'
import './fields.css'

const TONES = { draft: undefined, open: 'work', ended: 'done' } as const

/** 表单: who asks what of whom, and what that costs the people who fill them in. */
export function FormsPage() {
  const { permissions } = useActing()
  const [drafting, setDrafting] = useState(false)
  const list = useAsk(listForms, {})
  const actions = permissions.has('fields.draft') && (
    <button type="button" className="firm" onClick={() => setDrafting(true)}>
      {t.draftNew()}
    </button>
  )
  return (
    <Page
      title={t.title()}
      section={dataTexts.section()}
      trail={<SectionTabs now="/forms" />}
      actions={actions}
      className="page-fit"
    >
      <Shown of={list} lines={10}>
        {({ rows }) => <Whole rows={rows} />}
      </Shown>
      {drafting && <DraftForm onClose={() => setDrafting(false)} />}
    </Page>
  )
}

function Whole({ rows: all }: { rows: readonly Form[] }) {
  const [address, change] = useAddress()
  const { state, form } = address
  const rows = useMemo(() => all.filter((one) => !state || one.state === state), [all, state])
  const open = all.find((one) => one.id === form)
  return (
    <div className="data data-two">
      <Panel
        title={t.title()}
        note={t.note()}
        flush
        action={
          <span className="row">
            {[undefined, ...FORM_STATES].map((each) => (
              <button
                key={each ?? ''}
                type="button"
                className="quiet"
                aria-pressed={state === each}
                onClick={() => change({ state: each })}
              >
                {each ? t[each]() : t.all()}
              </button>
            ))}
          </span>
        }
      >
        <FormTable rows={rows} active={form} onOpen={(one) => change({ form: one.id })} />
      </Panel>
      <div className="data-side">{open ? <FormPanel key={open.id} id={open.id} /> : <Empty text={t.pick()} />}</div>
    </div>
  )
}

type TableProps = { rows: readonly Form[]; active: string | undefined; onOpen: (one: Form) => void }
const FormTable = ({ rows, active, onOpen }: TableProps) => (
  <Table
    caption={t.title()}
    rows={rows}
    keyOf={({ id }) => id}
    active={active}
    onOpen={onOpen}
    empty={<Empty text={t.none()} />}
    columns={[
      {
        key: 'name',
        title: t.name(),
        cell: (one) => (
          <button type="button" className="link link-ink" onClick={() => onOpen(one)}>
            {named(one.name)}
          </button>
        ),
      },
      {
        key: 'organ',
        title: t.organ(),
        width: 190,
        cell: ({ organName }) => (organName ? named(organName) : '—'),
      },
      { key: 'area', title: t.area(), width: 120, cell: ({ area }) => <PlaceName code={area} /> },
      {
        key: 'state',
        title: t.state(),
        width: 76,
        cell: ({ state }) => (
          <span className="chip" data-tone={TONES[state]}>
            {t[state]()}
          </span>
        ),
      },
      {
        key: 'cost',
        title: t.cost(),
        width: 104,
        end: true,
        cell: ({ weight }) => (weight ? t.cells({ n: counted(weight.cost) }) : '—'),
      },
      { key: 'until', title: t.until(), width: 100, cell: ({ until }) => until ?? '—' },
    ]}
  />
)

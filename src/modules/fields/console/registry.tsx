import { useMemo, useState } from 'react'
import { named } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { type Definition, GROUPS, listDefinitions } from '../contract.ts'
import { fieldWords } from '../parts/messages.ts'
import { groupText } from '../parts/value.ts'
import { SectionTabs } from './section-tabs.tsx'
import { DefineField } from './define-field.tsx'
import { FieldPanel, truthText } from './field-panel.tsx'
import { registryTexts as t, dataTexts } from './messages.ts'
import './fields.css'

/** 数据元: every datum once, with its source of truth, freshness, sensitivity, purposes and readers. */
export function RegistryPage() {
  const { permissions } = useActing()
  const [adding, setAdding] = useState(false)
  const list = useAsk(listDefinitions, {})
  const actions = permissions.has('fields.define') && (
    <button type="button" className="firm" onClick={() => setAdding(true)}>
      {t.add()}
    </button>
  )
  return (
    <Page
      title={t.title()}
      section={dataTexts.section()}
      trail={<SectionTabs now="/fields" />}
      actions={actions}
      className="page-fit"
    >
      <Shown of={list} lines={12}>
        {({ rows }) => <Whole rows={rows} />}
      </Shown>
      {adding && <DefineField onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Whole({ rows: all }: { rows: readonly Definition[] }) {
  const [address, change] = useAddress()
  const { group, text = '', key } = address
  const rows = useMemo(
    () => all.filter((one) => (!group || one.group === group) && says(one, text)),
    [all, group, text],
  )
  const open = all.find((one) => one.key === key)
  return (
    <div className="data">
      <Panel title={t.groups()} flush>
        <Groups rows={all} group={group} onChoose={(chosen) => change({ group: chosen })} />
      </Panel>
      <Panel
        title={t.title()}
        note={t.count({ count: rows.length })}
        flush
        action={
          <input
            className="data-search"
            type="search"
            aria-label={t.search()}
            placeholder={t.search()}
            value={text}
            onChange={(event) => change({ text: event.target.value || undefined })}
          />
        }
      >
        <Fields rows={rows} active={key} onOpen={(one) => change({ key: one.key })} />
      </Panel>
      <div className="data-side">{open ? <FieldPanel key={open.key} field={open} /> : <Empty text={t.pick()} />}</div>
    </div>
  )
}

type GroupsProps = {
  rows: readonly Definition[]
  group: string | undefined
  onChoose: (group: string | undefined) => void
}
const Groups = ({ rows, group, onChoose }: GroupsProps) => (
  <ul className="data-groups">
    {[undefined, ...GROUPS].map((each) => (
      <li key={each ?? ''}>
        <button type="button" aria-pressed={group === each} onClick={() => onChoose(each)}>
          {each ? groupText(each) : t.all()}
          <span className="quiet-ink">{each ? rows.filter((one) => one.group === each).length : rows.length}</span>
        </button>
      </li>
    ))}
  </ul>
)

const says = ({ key, name }: Definition, text: string): boolean => {
  const wanted = text.trim().toLowerCase()
  return [key, name.zh, name.en ?? ''].some((each) => each.toLowerCase().includes(wanted))
}

const TONES = { S0: undefined, S1: undefined, S2: 'work', S3: 'rights' } as const

type FieldsProps = { rows: readonly Definition[]; active: string | undefined; onOpen: (one: Definition) => void }
const Fields = ({ rows, active, onOpen }: FieldsProps) => (
  <Table
    caption={t.title()}
    rows={rows}
    keyOf={({ key }) => key}
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
      { key: 'about', title: t.about(), width: 66, cell: ({ subject }) => fieldWords[subject]() },
      { key: 'type', title: t.type(), width: 66, cell: ({ type }) => t[`type_${type}`]() },
      { key: 'truth', title: t.truth(), width: 116, cell: ({ source }) => truthText(source) },
      {
        key: 'fresh',
        title: t.fresh(),
        width: 84,
        cell: ({ freshDays }) => (freshDays ? t.days({ n: freshDays }) : t.always()),
      },
      {
        key: 'level',
        title: t.level(),
        width: 126,
        cell: ({ sensitivity }) => (
          <span className="chip" data-tone={TONES[sensitivity]}>
            {t[sensitivity]()}
          </span>
        ),
      },
    ]}
  />
)

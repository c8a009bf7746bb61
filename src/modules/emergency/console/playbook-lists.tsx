import { Form, Input, InputNumber, Select } from 'antd'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { listKinds } from '#modules/bonds/contract.ts'
import { listLines } from '#modules/duties/contract.ts'
import { LEVELS } from '#modules/places/contract.ts'
import { ADMIN_ROLES, ROLES } from '#modules/posts/contract.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { useAsk } from '#ui/query.tsx'
import type { listLevers } from '../contract-playbooks.ts'
import { powerText, roleText } from '../parts/word-messages.ts'
import { LeverValue } from './lever-value.tsx'
import { levelName } from './playbook-level.tsx'
import { playbookTexts as t } from './playbook-messages.ts'
import { valueText } from './values.ts'

type Levers = OutputOf<typeof listLevers>['rows']
type Option = { value: string; label: string }
const optionsOf = <T extends string>(all: readonly T[], textOf: (one: T) => string): Option[] =>
  all.map((value) => ({ value, label: textOf(value) }))

type RowsProps = {
  name: string
  what: string
  add: string
  fresh: object
  children: (field: number, no: number) => ReactNode
}
/** A list whose rows are added and taken out; each row says what it is to who takes it out. */
const Rows = ({ name, what, add, fresh, children }: RowsProps) => (
  <Form.List name={name}>
    {(fields, { add: put, remove }) => (
      <>
        {fields.map(({ key, name: at }, no) => (
          <div key={key} className="revise-row">
            {children(at, no + 1)}
            <button
              type="button"
              className="bar-icon"
              aria-label={t.takeOut({ what, no: no + 1 })}
              onClick={() => remove(at)}
            >
              <X size={16} aria-hidden />
            </button>
          </div>
        ))}
        <button type="button" className="quiet" onClick={() => put(fresh)}>
          <Plus size={14} aria-hidden />
          {add}
        </button>
      </>
    )}
  </Form.List>
)

/** Ordinary rules: name, value by the rule's own shape, and why. */
export function LeverFields({ levers }: { levers: Levers }) {
  const form = Form.useFormInstance()
  const known = new Map(levers.map((one) => [one.lever, one]))
  const [first] = levers
  return (
    <Rows
      name="levers"
      what={t.aRule()}
      add={t.addLever()}
      fresh={{ lever: first?.lever, value: first?.usual, why: '' }}
    >
      {(at, no) => (
        <div className="revise-lever">
          <Form.Item name={[at, 'lever']} label={t.leverNo({ no })} rules={[needed]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={optionsOf([...known.keys()], powerText)}
              onChange={(lever: string) => form.setFieldValue(['levers', at, 'value'], known.get(lever)?.usual)}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() => {
              const one = known.get(form.getFieldValue(['levers', at, 'lever']) as string)
              return (
                <Form.Item
                  name={[at, 'value']}
                  label={t.valueNo({ no })}
                  rules={[needed]}
                  extra={one && t.usually({ value: valueText(one.usual) })}
                >
                  <LeverValue key={one?.lever} shape={(one?.shape ?? {}) as never} label={t.valueNo({ no })} />
                </Form.Item>
              )
            }}
          </Form.Item>
          <Form.Item name={[at, 'why']} label={t.whyNo({ no })} rules={[needed]}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
      )}
    </Rows>
  )
}

const RAISED = ROLES.filter((role) => !ADMIN_ROLES.some((one) => one === role))
const FRESH_SEAT = {
  title: '',
  group: '',
  fromRole: 'department_officer',
  fromLine: null,
  role: 'county_command',
  at: 'county',
  most: 1,
}

/** 指挥部成员: who already holds a post gets another one for the time, with its title in the command. */
export function SeatFields() {
  const lines = useAsk(listLines, {})
  const form = Form.useFormInstance()
  const roles = optionsOf(RAISED, roleText)
  const departments = (lines.data?.rows ?? []).map(({ key, name }) => ({ value: key, label: named(name) }))
  return (
    <Rows name="seats" what={t.aSeat()} add={t.addSeat()} fresh={FRESH_SEAT}>
      {(at, no) => (
        <div className="revise-seat">
          <Form.Item name={[at, 'title']} label={t.seatTitle({ no })} rules={[needed, { min: 2, max: 40 }]}>
            <Input />
          </Form.Item>
          <Form.Item name={[at, 'group']} label={t.seatGroup({ no })} rules={[needed]}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name={[at, 'fromRole']} label={t.seatFrom({ no })} rules={[needed]}>
            <Select options={roles} />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() => (
              <Form.Item name={[at, 'fromLine']} label={t.seatLine({ no })}>
                <Select
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  options={departments}
                  disabled={form.getFieldValue(['seats', at, 'fromRole']) !== 'department_officer'}
                />
              </Form.Item>
            )}
          </Form.Item>
          <Form.Item name={[at, 'role']} label={t.seatRole({ no })} rules={[needed]}>
            <Select options={roles} />
          </Form.Item>
          <Form.Item name={[at, 'at']} label={t.seatEach({ no })} rules={[needed]}>
            <Select options={optionsOf(LEVELS, levelName)} />
          </Form.Item>
          <Form.Item name={[at, 'most']} label={t.seatMost({ no })} rules={[needed]}>
            <InputNumber min={1} max={50} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      )}
    </Rows>
  )
}

/** 大三联: which kinds of bonds are raised, for each what, by departments of which lines. */
export function BondFields() {
  const kinds = useAsk(listKinds, {})
  const lines = useAsk(listLines, {})
  const each = [...optionsOf(LEVELS, levelName), { value: 'firm', label: t.firm() }]
  return (
    <Rows
      name="bonds"
      what={t.aBond()}
      add={t.addBond()}
      fresh={{ kind: 'team_community', each: 'village', lines: [] }}
    >
      {(at, no) => (
        <div className="revise-bond">
          <Form.Item name={[at, 'kind']} label={t.bondKind({ no })} rules={[needed]}>
            <Select
              options={(kinds.data?.rows ?? []).map(({ code, name }) => ({
                value: code as string,
                label: named(name),
              }))}
            />
          </Form.Item>
          <Form.Item name={[at, 'each']} label={t.bondPlace({ no })} rules={[needed]}>
            <Select options={each} />
          </Form.Item>
          <Form.Item name={[at, 'lines']} label={t.bondLines({ no })}>
            <Select
              mode="multiple"
              placeholder={t.anyLine()}
              options={(lines.data?.rows ?? []).map(({ key, name }) => ({ value: key, label: named(name) }))}
            />
          </Form.Item>
        </div>
      )}
    </Rows>
  )
}

/** 情况报告: how often, from which level up, and which figures. */
export const FigureFields = ({ hours }: { hours: ReactNode }) => (
  <>
    <div className="pair">
      {hours}
      <Form.Item name="from" label={t.reportsFrom()} rules={[needed]}>
        <Select options={optionsOf(LEVELS, levelName)} />
      </Form.Item>
    </div>
    <Rows name="figures" what={t.aFigure()} add={t.addFigure()} fresh={{ name: '', unit: '' }}>
      {(at, no) => (
        <div className="revise-figure">
          <Form.Item name={[at, 'name']} label={t.figureNo({ no })} rules={[needed]}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name={[at, 'unit']} label={t.unitNo({ no })} rules={[needed]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name={[at, 'key']} hidden>
            <Input />
          </Form.Item>
        </div>
      )}
    </Rows>
  </>
)

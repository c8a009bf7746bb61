import { Button, Form, Input, Select } from 'antd'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { levelTexts } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { getPlace, listPlaceChanges, mergePlaces, renamePlace, searchPlaces, splitPlace } from '../contract.ts'
import { placeTexts as t } from './messages.ts'
import type { FoundPlace } from './place-facts.tsx'

export type Task = 'rename' | 'merge' | 'split'
type FormProps = { found: FoundPlace; onClose: () => void }
const REFRESH = [getPlace, searchPlaces, listPlaceChanges]

export function PlaceForms({ task, ...rest }: FormProps & { task: Task | undefined }) {
  if (task === 'rename') return <Rename {...rest} />
  if (task === 'merge') return <Merge {...rest} />
  if (task === 'split') return <Split {...rest} />
  return null
}

const Decided = () => (
  <>
    <Form.Item name="day" label={t.day()} rules={[needed]}>
      <Input type="date" />
    </Form.Item>
    <Form.Item name="reason" label={t.reason()} extra={t.reasonHint()} rules={[needed, { min: 2 }]}>
      <Input.TextArea rows={2} maxLength={400} />
    </Form.Item>
  </>
)

const useTomorrow = (): string => dayOf(useNow() + DAY_MS)

function Rename({ found: { place }, onClose }: FormProps) {
  const day = useTomorrow()
  const send = useCall(renamePlace, REFRESH)
  return (
    <DrawerForm<{ name: string; day: string; reason: string }>
      title={t.renameTitle({ name: place.name })}
      lead={t.renameLead()}
      open
      onClose={onClose}
      initial={{ name: place.name, day }}
      submit={t.rename()}
      onSend={(values) => send.mutateAsync({ ...values, code: place.code })}
    >
      <Form.Item name="name" label={t.newName()} rules={[needed]}>
        <Input maxLength={60} />
      </Form.Item>
      <Decided />
    </DrawerForm>
  )
}

type Part = { code: string; name: string }

const PartFields = ({ parent, path }: { parent: string; path: (string | number)[] }) => (
  <div className="new-row">
    <Form.Item name={[...path, 'name']} label={t.newName()} rules={[needed]}>
      <Input maxLength={60} />
    </Form.Item>
    <Form.Item name={[...path, 'code']} label={t.newCode()} extra={t.codeHint({ parent })} rules={[needed]}>
      <Input maxLength={17} inputMode="numeric" />
    </Form.Item>
  </div>
)

function Merge({ found: { place }, onClose }: FormProps) {
  const day = useTomorrow()
  const send = useCall(mergePlaces, REFRESH)
  const parent = useAsk(getPlace, { code: place.parent ?? place.code })
  const others = (parent.data?.children ?? []).filter(({ code }) => code !== place.code)
  return (
    <DrawerForm<{ codes: string[]; into: Part; day: string; reason: string }>
      title={t.mergeTitle({ level: levelTexts[place.level]() })}
      lead={t.mergeLead()}
      open
      onClose={onClose}
      initial={{ day, into: { name: place.name, code: '' } }}
      submit={t.merge()}
      danger
      onSend={({ codes, into, ...rest }) =>
        send.mutateAsync({ ...rest, codes: [place.code, ...codes], into: { ...into, id: newId() } } as Parameters<
          typeof send.mutateAsync
        >[0])
      }
    >
      <Form.Item name="codes" label={t.mergeWith()} rules={[needed]}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={others.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <PartFields parent={place.parent ?? ''} path={['into']} />
      <Decided />
    </DrawerForm>
  )
}

function Split({ found: { place, children }, onClose }: FormProps) {
  const day = useTomorrow()
  const send = useCall(splitPlace, REFRESH)
  return (
    <DrawerForm<{ into: (Part & { children?: string[] })[]; day: string; reason: string }>
      title={t.splitTitle({ name: place.name })}
      lead={t.splitLead()}
      open
      onClose={onClose}
      width={560}
      initial={{
        day,
        into: [
          { name: place.name, code: '' },
          { name: '', code: '' },
        ],
      }}
      submit={t.split()}
      danger
      onSend={({ into, ...rest }) =>
        send.mutateAsync({
          ...rest,
          code: place.code,
          into: into.map((part) => ({ ...part, id: newId() })),
        } as Parameters<typeof send.mutateAsync>[0])
      }
    >
      <Form.List name="into">
        {(parts, { add, remove }) => (
          <>
            {parts.map(({ key, name }, at) => (
              <fieldset key={key} className="place-part">
                <legend>{t.part({ no: at + 1 })}</legend>
                <PartFields parent={place.parent ?? ''} path={[name]} />
                {children.length > 0 && (
                  <Form.Item name={[name, 'children']} label={t.children({ count: children.length })}>
                    <Select
                      mode="multiple"
                      showSearch={{ optionFilterProp: 'label' }}
                      options={children.map((child) => ({ value: child.code, label: child.name }))}
                    />
                  </Form.Item>
                )}
                {parts.length > 2 && <Button onClick={() => remove(name)}>{t.dropPart({ no: at + 1 })}</Button>}
              </fieldset>
            ))}
            <Form.Item>
              <Button onClick={() => add({ name: '', code: '' })}>{t.addPart()}</Button>
            </Form.Item>
          </>
        )}
      </Form.List>
      <Decided />
    </DrawerForm>
  )
}

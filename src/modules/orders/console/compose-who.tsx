import { Form, Select } from 'antd'
import { named } from '#kernel/messages.ts'
import { listKinds } from '#modules/bonds/contract.ts'
import { useRegistry } from '#modules/fields/parts/value.ts'
import { listDefinitions } from '#modules/fields/contract.ts'
import { LEVELS } from '#modules/places/contract.ts'
import { PostPick } from '#modules/posts/parts/post-pick.tsx'
import { needed } from '#ui/console/drawer-form.tsx'
import { levelTexts } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { audienceTexts as t } from './audience-messages.ts'
import { Picks } from './picks.tsx'
import { PlacesPick } from './places-pick.tsx'
import { RolePicks } from './role-picks.tsx'

const BELOW_CITY = LEVELS.filter((level) => level !== 'city' && level !== 'microgrid')

/** To whom, as a rule over the tree, posts and bonds; the reach beside it is counted anew at each change. */
export function WhoStep() {
  const kinds = useAsk(listKinds, {})
  return (
    <>
      <Form.Item name={['audience', 'within']} label={t.within()} rules={[needed]}>
        <PlacesPick label={t.addPlace()} />
      </Form.Item>
      <Form.Item name={['audience', 'roles']} label={t.roles()} extra={t.rolesHint()}>
        <RolePicks label={t.roles()} />
      </Form.Item>
      <Form.Item name={['audience', 'levels']} label={t.levels()}>
        <Picks label={t.levels()} options={BELOW_CITY.map((value) => ({ value, text: levelTexts[value]() }))} />
      </Form.Item>
      <div className="new-row">
        <Form.Item name={['audience', 'bondKinds']} label={t.bondKinds()} extra={t.bondKindsHint()}>
          <Select
            mode="multiple"
            allowClear
            options={(kinds.data?.rows ?? []).map(({ code, name }) => ({ value: code, label: named(name) }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name={['audience', 'posts']} label={t.posts()}>
          <PostPick label={t.posts()} many />
        </Form.Item>
      </div>
      <Tagged />
      <Form.Item name={['audience', 'except']} label={t.exceptPlaces()}>
        <PlacesPick label={t.addPlace()} />
      </Form.Item>
    </>
  )
}

/** Such as all villages with a day centre: by what the register of fields holds of a place. */
function Tagged() {
  const form = Form.useFormInstance()
  const field = Form.useWatch<string | undefined>(['audience', 'tagged', 'field'])
  const definitions = useAsk(listDefinitions, {})
  const registry = useRegistry()
  const asked = field ? registry.get(field) : undefined
  const values =
    asked?.type === 'yesno'
      ? [
          { value: 'true', label: t.yes() },
          { value: 'false', label: t.no() },
        ]
      : (asked?.choices ?? []).map(({ key, ...name }) => ({ value: key, label: named(name) }))
  const options = (definitions.data?.rows ?? [])
    .filter(({ subject, type }) => subject === 'place' && ['yesno', 'choice', 'choices'].includes(type))
    .map(({ key, name }) => ({ value: key as string, label: named(name) }))
  return (
    <fieldset className="place-part">
      <legend>{t.tag()}</legend>
      <div className="new-row">
        <Form.Item name={['audience', 'tagged', 'field']} label={t.tagField()}>
          <Select
            allowClear
            options={options}
            onChange={() => form.setFieldValue(['audience', 'tagged', 'value'], undefined)}
          />
        </Form.Item>
        <Form.Item name={['audience', 'tagged', 'value']} label={t.tagValue()}>
          <Select allowClear options={values} disabled={!asked} />
        </Form.Item>
      </div>
    </fieldset>
  )
}

import { Form, Input } from 'antd'
import { useState } from 'react'
import { dayOf } from '#kernel/clock.ts'
import { ancestorAt } from '#modules/places/contract.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { PostPick } from '#modules/posts/parts/post-pick.tsx'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import {
  findProblem,
  listFieldDays,
  listOutings,
  listProblems,
  type Outing,
  planOuting,
  teamOfVillage,
} from '../contract-days.ts'
import { tuesdayTexts as t } from './messages.ts'

type Closing = { onClose: () => void }
type Planning = { village: string; day: string; posts: string[]; about?: string }

/** The team that answers for the village stands first in the list. */
export function OutingForm({ day, was, onClose }: { day: string; was: Outing | undefined } & Closing) {
  const { place } = useActing()
  const [village, setVillage] = useState<string | null>(was?.village ?? null)
  const team = useAsk(teamOfVillage, { village: village ?? '' }, { when: village !== null })
  const send = useCall(planOuting, [listOutings, listFieldDays])
  return (
    <DrawerForm<Planning>
      title={t.plan()}
      lead={t.planLead()}
      open
      onClose={onClose}
      initial={
        was
          ? { village: was.village, day: was.day, posts: was.team.map(({ post }) => post), about: was.about }
          : { day }
      }
      submit={t.plan()}
      done={t.planned()}
      onSend={({ about, posts, ...values }) =>
        send.mutateAsync({ id: was?.id ?? (newId() as never), ...values, posts: posts as never, about: about ?? '' })
      }
    >
      {(form) => (
        <>
          <Form.Item name="village" label={t.village()} rules={[needed]}>
            <VillageField
              under={place}
              fixed={was !== undefined}
              onVillage={(code) => {
                setVillage(code)
                form.setFieldValue('posts', [])
              }}
            />
          </Form.Item>
          <Form.Item name="day" label={t.day()} rules={[needed]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="posts" label={t.team()} extra={t.team_hint()} rules={[needed]}>
            <PostPick
              label={t.team()}
              many
              under={ancestorAt(place, 'county')}
              first={[...(was?.team ?? []), ...(team.data?.rows ?? [])]}
            />
          </Form.Item>
          <Form.Item name="about" label={t.about()}>
            <Input.TextArea rows={3} maxLength={400} />
          </Form.Item>
        </>
      )}
    </DrawerForm>
  )
}

type VillageProps = {
  under: string
  fixed: boolean
  onVillage: (code: string | null) => void
  value?: string
  onChange?: (code: string | null) => void
  id?: string
}
function VillageField({ under, fixed, onVillage, value, onChange, id }: VillageProps) {
  const pick = (code: string | null): void => {
    if (fixed) return
    onChange?.(code)
    onVillage(code)
  }
  return (
    <PlaceSelect
      label={t.village()}
      under={under}
      only={['village']}
      value={value}
      onChange={pick}
      {...(id ? { id } : {})}
    />
  )
}

type Noting = { place: string; text: string; owner: string; due: string }

export function ProblemForm({ onClose }: Closing) {
  const { place } = useActing()
  const now = useNow()
  const send = useCall(findProblem, [listProblems, listOutings])
  return (
    <DrawerForm<Noting>
      title={t.note()}
      lead={t.noteLead()}
      open
      onClose={onClose}
      initial={{ due: dayOf(now + 7 * 86_400_000) }}
      submit={t.note()}
      done={t.noted()}
      onSend={({ owner, ...values }) => send.mutateAsync({ id: newId() as never, ...values, owner: owner as never })}
    >
      <Form.Item name="text" label={t.problem()} rules={[needed]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <Form.Item name="place" label={t.where()} rules={[needed]}>
        <PlaceSelect label={t.where()} under={place} only={['township', 'village', 'grid']} />
      </Form.Item>
      <Form.Item name="owner" label={t.owner()} rules={[needed]}>
        <PostPick label={t.owner()} under={ancestorAt(place, 'county')} />
      </Form.Item>
      <Form.Item name="due" label={t.due()} rules={[needed]}>
        <Input type="date" />
      </Form.Item>
    </DrawerForm>
  )
}

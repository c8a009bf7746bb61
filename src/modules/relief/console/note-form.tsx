import { Form, Input, Select } from 'antd'
import { instant, millis, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useAskAgain, useCall } from '#ui/query.tsx'
import { type EvacueeView, listEvacuees, noteEvacuee } from '../contract-evacuation.ts'
import { showWord } from '../parts/after-word.ts'
import { movingWords } from '../parts/messages.ts'
import { nextOf, sayText } from '../parts/states.ts'
import { reliefTexts as t } from './messages.ts'
import { COUNTS, type Sayable } from './saying.ts'
import { ShelterSelect } from './shelter-select.tsx'

type Noting = { state: Sayable; shelter?: string | null; note?: string }

/** Anything that can be said of one person: a step back, a refusal with its reason, another shelter. */
export function NoteForm({ of, onClose }: { of: EvacueeView; onClose: () => void }) {
  const send = useCall(noteEvacuee, COUNTS)
  const again = useAskAgain([listEvacuees])
  const say = async ({ state, shelter = null, note = '' }: Noting): Promise<void> => {
    const at = instant(systemClock.now())
    const input = { id: newId() as never, evacuee: of.id, state, note, shelter: shelter as never, at }
    const said = await send.mutateAsync(input)
    showWord(of.id, { state: said.state, note, at: millis(at) })
    if (shelter !== (of.shelter?.id ?? null)) await again()
  }
  return (
    <DrawerForm<Noting>
      title={t.sayOf({ name: of.person.name })}
      lead={`${of.placeName} · ${of.address}`}
      open
      onClose={onClose}
      initial={{ state: nextOf(of) ?? of.can[0], shelter: of.shelter?.id ?? null }}
      submit={t.note()}
      done={t.noted()}
      onSend={say}
    >
      {(form) => (
        <>
          <Form.Item name="state" label={t.state()} rules={[needed]}>
            <Select options={of.can.map((state) => ({ value: state, label: sayText(state) }))} />
          </Form.Item>
          <Form.Item name="shelter" label={t.shelter()}>
            <ShelterSelect place={of.place} />
          </Form.Item>
          <Form.Item
            name="note"
            label={movingWords.remark()}
            dependencies={['state']}
            rules={[
              {
                validator: (_, text: string | undefined) =>
                  form.getFieldValue('state') === 'refused' && !text?.trim()
                    ? Promise.reject(new Error(movingWords.whyNeeded()))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </>
      )}
    </DrawerForm>
  )
}

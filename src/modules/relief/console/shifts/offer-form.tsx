import { AutoComplete, Form, Input, InputNumber } from 'antd'
import { dayOf, instant } from '#kernel/clock.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useScope } from '#modules/places/parts/scope.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useCall } from '#ui/query.tsx'
import { listShifts, offerShift } from '../../contract-shifts.ts'
import { shiftTexts as t } from './messages.ts'
import { shifted, timesOf } from './week.ts'

type Offering = {
  place: string
  spot: string
  title: string
  day: string
  days: number
  starts: string
  until: string
  seats: number
}
const FULL = { width: '100%' }
const MOST_DAYS = 14

/** The same shift on several days in one go. */
export function OfferForm({ spots, onClose }: { spots: readonly string[]; onClose: () => void }) {
  const { place, top } = useScope()
  const today = dayOf(useNow())
  const send = useCall(offerShift, [listShifts])
  const offer = async ({ day, days, starts: from, until, ...said }: Offering): Promise<void> => {
    // The last one first: if the hold ends before it, none is made.
    for (let no = days - 1; no >= 0; no--) {
      const { starts, ends } = timesOf(shifted(day, no), from, until)
      await send.mutateAsync({ id: newId() as never, ...said, starts: instant(starts), ends: instant(ends) })
    }
  }
  return (
    <DrawerForm<Offering>
      title={t.offer()}
      lead={t.offerLead()}
      open
      onClose={onClose}
      initial={{ day: today, days: 1, seats: 2, ...(place === top ? {} : { place }) }}
      submit={t.offer()}
      done={t.offered()}
      onSend={offer}
    >
      <Form.Item name="place" label={t.where()} rules={[needed]}>
        <PlaceSelect label={t.where()} under={top} />
      </Form.Item>
      <Form.Item name="spot" label={t.spot()} extra={t.spotHint()} rules={[needed]}>
        <AutoComplete options={spots.map((spot) => ({ value: spot }))} maxLength={60} />
      </Form.Item>
      <div className="new-row">
        <Form.Item name="title" label={t.title()} rules={[needed]}>
          <Input maxLength={60} placeholder={t.titleHint()} />
        </Form.Item>
        <Form.Item name="seats" label={t.seats()} rules={[needed]}>
          <InputNumber min={1} max={200} precision={0} style={FULL} />
        </Form.Item>
        <Form.Item name="starts" label={t.from()} rules={[needed]}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="until" label={t.to()} extra={t.toHint()} rules={[needed]}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="day" label={t.firstDay()} rules={[needed]}>
          <Input type="date" min={today} />
        </Form.Item>
        <Form.Item name="days" label={t.days()} rules={[needed]}>
          <InputNumber min={1} max={MOST_DAYS} precision={0} style={FULL} />
        </Form.Item>
      </div>
    </DrawerForm>
  )
}

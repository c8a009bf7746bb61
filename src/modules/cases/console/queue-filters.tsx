import { App, Input, Popover, Select } from 'antd'
import BookmarkPlus from 'lucide-react/icons/bookmark-plus'
import X from 'lucide-react/icons/x'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { named } from '#kernel/messages.ts'
import { listDuties } from '#modules/duties/contract.ts'
import { LEVELS } from '#modules/places/contract.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useActing } from '#ui/console/acting.ts'
import type { Address } from '#ui/console/address.ts'
import { channelTexts, levelTexts, stateTexts } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { CHANNELS, STATES } from '../lifecycle.ts'
import { queueTexts as t } from './messages.ts'
import { keepViews, ownViews, sameView, type View, views } from './queue-filter.ts'

type FiltersProps = {
  address: Address
  onChange: (change: Address, options?: { keep?: boolean }) => void
  searchRef: RefObject<HTMLInputElement | null>
}

/** Views as tabs, single conditions below; what is set can be kept under a name. */
export const Filters = (props: FiltersProps) => (
  <div className="queue-filters">
    <Views {...props} />
    <div className="filters">
      <Words {...props} />
      <Conditions {...props} />
    </div>
  </div>
)

function Views({ address, onChange }: FiltersProps) {
  const [own, setOwn] = useState<readonly View[]>(ownViews)
  const { place, text } = address
  const keepAll = (all: readonly View[]) => {
    keepViews(all)
    setOwn(all)
  }
  const tab = (view: View) => (
    <button
      key={view.key}
      type="button"
      className="queue-view"
      aria-pressed={sameView(view, address)}
      onClick={() => onChange({ ...view.address, place, text }, { keep: false })}
    >
      {view.name}
    </button>
  )
  return (
    <nav className="queue-views" aria-label={t.views()}>
      {views().map(tab)}
      {own.map((view) => (
        <span key={view.key} className="queue-own">
          {tab(view)}
          <button
            type="button"
            aria-label={t.dropView({ name: view.name })}
            onClick={() => keepAll(own.filter(({ key }) => key !== view.key))}
          >
            <X size={13} aria-hidden />
          </button>
        </span>
      ))}
      {![...views(), ...own].some((view) => sameView(view, address)) && (
        <SaveView
          onSave={(name) => keepAll([...own, { key: `${name} ${own.length}`, name, address: plain(address) }])}
        />
      )}
    </nav>
  )
}

const plain = (address: Address): Record<string, string> =>
  Object.fromEntries(Object.entries(address).flatMap(([key, value]) => (value ? [[key, value]] : [])))

function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const [open, setOpen] = useState(false)
  const { message } = App.useApp()
  const save = (name: string) => {
    if (!name.trim()) return
    onSave(name.trim())
    setOpen(false)
    void message.success(t.saveView())
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={
        <Input.Search
          maxLength={20}
          aria-label={t.viewName()}
          placeholder={t.viewName()}
          enterButton={t.saveView()}
          onSearch={save}
        />
      }
    >
      <button type="button" className="queue-view link">
        <BookmarkPlus size={15} aria-hidden /> {t.saveView()}
      </button>
    </Popover>
  )
}

function Words({ address, onChange, searchRef }: FiltersProps) {
  const [typed, setTyped] = useState(address['text'] ?? '')
  const text = useSettled(typed.trim())
  const sent = useRef(text)
  useEffect(() => {
    // The address follows what was typed, once; not each time it gets a new way of being changed.
    if (sent.current === text) return
    sent.current = text
    onChange({ text })
  }, [text, onChange])
  return (
    <input
      ref={searchRef}
      type="search"
      className="queue-search"
      aria-label={t.search()}
      placeholder={t.search()}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

function Conditions({ address, onChange }: FiltersProps) {
  const { place: top } = useActing()
  const duties = useAsk(listDuties, {})
  const pick = (key: string, label: string, options: { value: string; label: string }[], width: number) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      style={{ width }}
      value={address[key] ?? null}
      options={options}
      onChange={(value: string | null | undefined) => onChange({ [key]: value ?? undefined })}
    />
  )
  return (
    <>
      <PlaceSelect
        label={t.place()}
        under={top}
        width={180}
        value={address['place']}
        onChange={(place) => onChange({ place: place ?? undefined })}
      />
      {pick(
        'class',
        t.anyClass(),
        (duties.data?.classes ?? []).map(({ code, name }) => ({ value: code, label: named(name) })),
        150,
      )}
      {pick(
        'level',
        t.anyLevel(),
        LEVELS.slice(0, 5).map((level) => ({ value: level, label: levelTexts[level]() })),
        116,
      )}
      {pick(
        'state',
        t.anyState(),
        STATES.map((state) => ({ value: state, label: stateTexts[state]() })),
        132,
      )}
      {pick(
        'channel',
        t.anyChannel(),
        CHANNELS.map((channel) => ({ value: channel, label: channelTexts[channel]() })),
        126,
      )}
      <button
        type="button"
        className="quiet"
        onClick={() => onChange({ sort: address['sort'] === 'due' ? undefined : 'due' })}
      >
        {address['sort'] === 'due' ? t.byDue() : t.byNew()}
      </button>
    </>
  )
}

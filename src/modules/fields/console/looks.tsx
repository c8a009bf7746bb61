import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { counted, share } from '#ui/console/figures.ts'
import { When } from '#ui/console/moment.tsx'
import { Page } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More } from '#ui/console/table.tsx'
import { useCall, usePages } from '#ui/query.tsx'
import { listSuspicions, lookedAt } from '../contract-contests.ts'
import { fieldWords } from '../parts/messages.ts'
import { PlaceName } from '../parts/place-name.tsx'
import { useRegistry } from '../parts/value.ts'
import { SectionTabs } from './section-tabs.tsx'
import { lookTexts as t, dataTexts } from './messages.ts'
import './fields.css'

type Found = OutputOf<typeof listSuspicions>['rows'][number]

/** 待看的录入: entries that are unlike what comes in nearby; nobody's name, no ranking, no hours. */
export function LooksPage() {
  const [address, change] = useAddress()
  const looked = address.looked === 'true'
  const list = usePages(listSuspicions, { looked, limit: 30 })
  const views = (
    <span className="row">
      <button type="button" className="quiet" aria-pressed={!looked} onClick={() => change({ looked: undefined })}>
        {t.open()}
      </button>
      <button type="button" className="quiet" aria-pressed={looked} onClick={() => change({ looked: 'true' })}>
        {t.looked()}
      </button>
    </span>
  )
  return (
    <Page title={t.title()} section={dataTexts.section()} trail={<SectionTabs now="/entries" />}>
      <div className="looks-lead">
        <p>{t.lead()}</p>
        {views}
      </div>
      <Shown of={{ ...list, data: list.first }} lines={8}>
        {() => (list.rows.length === 0 ? <Empty text={t.none()} /> : <Cards rows={list.rows} />)}
      </Shown>
      {list.hasNextPage && (
        <More
          shown={list.rows.length}
          more
          loading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </Page>
  )
}

function Cards({ rows }: { rows: readonly Found[] }) {
  const { permissions } = useActing()
  const [looking, setLooking] = useState<Found>()
  return (
    <>
      <div className="looks">
        {rows.map((found) => (
          <One
            key={found.id}
            found={found}
            {...(permissions.has('fields.lookedAt') ? { onLook: () => setLooking(found) } : {})}
          />
        ))}
      </div>
      {looking && <Look found={looking} onClose={() => setLooking(undefined)} />}
    </>
  )
}

function One({ found, onLook }: { found: Found; onLook?: () => void }) {
  const registry = useRegistry()
  const { doors, sample, sign, chance } = found
  const field = found.fields.map(registry.name).join(fieldWords.comma())
  const sentence = {
    constant: () => t.constantSay({ doors, field, share: share(found.nearShare, 1, 0) }),
    copied: () => t.copiedSay({ doors, field }),
    repeated: () => t.repeatedSay({ doors, n: found.fields.length }),
  }
  return (
    <article className="look-card">
      <header>
        <h2>{t[sign]()}</h2>
        <span className="quiet-ink">
          <PlaceName code={found.place} /> · <When at={found.foundAt} />
        </span>
      </header>
      <p>{sentence[sign]()}</p>
      {chance > 0 && <p className="quiet-ink">{t.chance({ n: counted(10 ** Math.floor(-Math.log10(chance))) })}</p>}
      <p className="chips">
        {sample.map(({ door, day }) => (
          <span key={`${door} ${day}`} className="chip">
            {door} · {day}
          </span>
        ))}
        {doors > sample.length && <span className="chip">{t.moreDoors({ n: doors })}</span>}
      </p>
      <footer>
        {found.outcome ? (
          <>
            <span className="chip" data-tone="done">
              {t[found.outcome]()}
            </span>
            <span className="quiet-ink">{found.note}</span>
          </>
        ) : (
          onLook && (
            <button type="button" className="quiet" onClick={onLook}>
              {t.look()}
            </button>
          )
        )}
      </footer>
    </article>
  )
}

const OUTCOMES = ['fine', 'asked', 'corrected'] as const
type Outcome = { outcome: (typeof OUTCOMES)[number]; note: string }
function Look({ found, onClose }: { found: Found; onClose: () => void }) {
  const look = useCall(lookedAt, [listSuspicions])
  return (
    <DrawerForm<Outcome>
      title={t.lookTitle()}
      open
      onClose={onClose}
      submit={t.look()}
      done={t.done()}
      onSend={(said) => look.mutateAsync({ id: found.id, ...said })}
    >
      <Form.Item name="outcome" label={t.outcome()} rules={[needed]}>
        <Radio.Group options={OUTCOMES.map((value) => ({ value, label: t[value]() }))} />
      </Form.Item>
      <Form.Item name="note" label={t.note()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </DrawerForm>
  )
}

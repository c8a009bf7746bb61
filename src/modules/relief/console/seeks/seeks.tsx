import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Shown } from '#ui/console/shown.tsx'
import { useLive, usePages } from '#ui/query.tsx'
import { likeSeek, listSeeks, type SeekView } from '../../contract-reunification.ts'
import { useOpenTool } from '../../parts/opened.ts'
import { ToolPage } from '../tool-page.tsx'
import { AddForm, MatchForm, WithdrawForm } from './act-forms.tsx'
import { All, Like } from './columns.tsx'
import { seekTexts as t } from './messages.ts'
import '../beside.css'
import '../relief.css'
import './seeks.css'

export type Doing = { act: 'match'; one: SeekView; other: SeekView } | { act: 'withdraw'; one: SeekView }

/** 寻亲: who is looked for and who was found, side by side; beside one of them whoever is like it. */
export function SeeksPage() {
  const { place } = useScope()
  const { permissions } = useActing()
  const [address, change] = useAddress()
  const every = address['every'] === 'true'
  const list = usePages(listSeeks, { place, limit: 200, ...(every ? {} : { open: true }) })
  const [adding, setAdding] = useState(false)
  const [doing, setDoing] = useState<Doing>()
  useLive('relief.', [listSeeks, likeSeek])
  const open = useOpenTool('relief.reunification', place)
  const { rows } = list
  const one = rows.find(({ id }) => id === address['one'])
  const choose = (chosen: SeekView | undefined) => change({ one: chosen?.id })
  const shared = { rows, open: open === true, shut: open === false, chosen: one?.id, onChoose: choose, onDo: setDoing }
  const side = (kind: SeekView['kind']) =>
    one && one.kind !== kind && one.state === 'open' ? (
      <Like key={kind} kind={kind} {...shared} of={one} />
    ) : (
      <All key={kind} kind={kind} {...shared} />
    )
  return (
    <ToolPage
      tool="relief.reunification"
      nothing={open === false && list.first !== undefined && rows.length === 0}
      actions={
        <>
          <button
            type="button"
            className="quiet"
            aria-pressed={every}
            onClick={() => change({ every: every ? undefined : 'true' })}
          >
            {t.every()}
          </button>
          {open && permissions.has('relief.seek') && (
            <button type="button" className="firm" onClick={() => setAdding(true)}>
              <Plus size={16} aria-hidden />
              {t.add()}
            </button>
          )}
        </>
      }
    >
      <Shown of={{ ...list, data: list.first }} lines={10}>
        {() => (
          <div className="seeks">
            {side('looking')}
            {side('found')}
          </div>
        )}
      </Shown>
      {adding && <AddForm onClose={() => setAdding(false)} />}
      {doing?.act === 'match' && (
        <MatchForm {...doing} onDone={() => choose(undefined)} onClose={() => setDoing(undefined)} />
      )}
      {doing?.act === 'withdraw' && <WithdrawForm of={doing.one} onClose={() => setDoing(undefined)} />}
    </ToolPage>
  )
}

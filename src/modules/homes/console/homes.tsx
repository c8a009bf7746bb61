import HousePlus from 'lucide-react/icons/house-plus'
import { useState } from 'react'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Page } from '#ui/console/page.tsx'
import { useSettled } from '#ui/settled.ts'
import { HomeWays } from '../parts/home-ways.tsx'
import { wayTexts } from '../parts/way-messages.ts'
import { AddDwelling } from './dwelling-forms.tsx'
import { Found } from './found.tsx'
import './homes.css'
import { EmptyList, HouseholdList } from './lists.tsx'
import { homeTexts as t } from './messages.ts'

const VIEWS = ['households', 'empty'] as const

/** 房屋与住户: the doors of the own range, and one box that finds a person or a door. */
export function HomesPage() {
  const { place: top, permissions } = useActing()
  const [address, change] = useAddress()
  const [adding, setAdding] = useState(false)
  // Not in the address, where other pages keep what they look for: a name or number would stay in the browser's history.
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), 350)
  const place = address['place'] ?? top
  const view = address['view'] === 'empty' ? 'empty' : 'households'
  const actions = permissions.has('homes.enter') && (
    <button type="button" className="firm" onClick={() => setAdding(true)}>
      <HousePlus size={16} aria-hidden />
      {t.addDwelling()}
    </button>
  )
  const tabs = (
    <nav className="tabs" aria-label={t.views()}>
      {VIEWS.map((key) => (
        <button
          key={key}
          type="button"
          className={key === view ? 'tab tab-now' : 'tab'}
          aria-current={key === view ? 'page' : undefined}
          onClick={() => {
            setTyped('')
            change({ view: key === 'empty' ? 'empty' : undefined })
          }}
        >
          {t[key]()}
        </button>
      ))}
    </nav>
  )
  return (
    <Page
      title={t.title()}
      section={wayTexts.section()}
      trail={<HomeWays now="homes" />}
      actions={actions}
      className="page-fit"
    >
      <div className="panel panel-flush">
        <div className="filters list-filters">
          {tabs}
          <input
            className="list-search homes-search"
            type="search"
            aria-label={t.searchHint()}
            placeholder={t.searchHint()}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <PlaceSelect
            label={t.place()}
            under={top}
            width={220}
            value={address['place']}
            onChange={(code) => change({ place: code ?? undefined })}
          />
          <span className="quiet-ink homes-lead">{t.searchLead()}</span>
        </div>
        <div className="panel-body">
          {text ? (
            <Found text={text} place={place} />
          ) : view === 'empty' ? (
            <EmptyList place={place} />
          ) : (
            <HouseholdList place={place} />
          )}
        </div>
      </div>
      {adding && <AddDwelling place={place} onClose={() => setAdding(false)} />}
    </Page>
  )
}

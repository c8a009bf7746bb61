import LocateFixed from 'lucide-react/icons/locate-fixed'
import MapPin from 'lucide-react/icons/map-pin'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useState } from 'react'
import { ask, CallError } from '#ui/call.ts'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note } from '#ui/kit/card.tsx'
import { findHere } from '#ui/position.ts'
import { locatePlace } from '../contract.ts'
import { pickerTexts as t } from './messages.ts'
import { spokenName } from './spoken.ts'
import { PlaceSearch } from './place-search.tsx'

export type Picked = {
  place: { code: string; name: string }
  position: { lon: number; lat: number; accuracyM: number } | null
  /** Metres to the grid when the point lies in none. */
  away: number
}

type State =
  | { doing: 'idle' | 'finding' }
  | { doing: 'failed'; why: 'denied' | 'unavailable' | 'outside' }
  | { doing: 'error'; error: Error }

/** Where it is: by the phone's position, or by searching; each always offers the other. */
export function PlacePicker({ picked, onPick }: { picked: Picked | null; onPick: (picked: Picked | null) => void }) {
  const [state, setState] = useState<State>({ doing: 'idle' })
  async function findMe() {
    setState({ doing: 'finding' })
    const here = await findHere()
    if (typeof here === 'string') return setState({ doing: 'failed', why: here })
    try {
      const { grid, path, inside, metres } = await ask(locatePlace, { lon: here.lon, lat: here.lat })
      onPick({
        place: { code: grid.code, name: spokenName(path) },
        position: here,
        away: inside ? 0 : Math.ceil(metres),
      })
      setState({ doing: 'idle' })
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      // Without a network the position is enough: the server finds the grid when the report arrives.
      if (error.code === 'offline') onPick({ place: { code: '', name: t.later() }, position: here, away: 0 })
      setState(error.code === 'outside_area' ? { doing: 'failed', why: 'outside' } : { doing: 'error', error })
    }
  }
  if (picked) return <Chosen picked={picked} onOther={() => onPick(null)} />
  return (
    <div className="stack">
      <Button look="soft" wide busy={state.doing === 'finding'} busyText={t.finding()} onClick={() => void findMe()}>
        <LocateFixed aria-hidden />
        {t.here()}
      </Button>
      <div role="alert">
        {state.doing === 'failed' && (
          <Note tone="soon" icon={<TriangleAlert aria-hidden />}>
            <p>{t[state.why]()}</p>
          </Note>
        )}
      </div>
      <Failure error={state.doing === 'error' ? state.error : null} />
      <PlaceSearch onPick={(place) => onPick({ place, position: null, away: 0 })} />
    </div>
  )
}

function Chosen({ picked, onOther }: { picked: Picked; onOther: () => void }) {
  const { place, position, away } = picked
  return (
    <Card>
      <div className="chosen">
        <span className="tile done">
          <MapPin aria-hidden />
        </span>
        <div role="status">
          <p className="quiet">{t.chosen()}</p>
          <p className="row-title">{place.name}</p>
          {position && <p className="quiet">{t.exact({ metres: Math.max(1, position.accuracyM) })}</p>}
          {away > 0 && <p>{t.nearest({ metres: away })}</p>}
        </div>
      </div>
      <Button look="plain" onClick={onOther}>
        {t.other()}
      </Button>
    </Card>
  )
}

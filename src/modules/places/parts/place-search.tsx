import { useState } from 'react'
import { Answered, Empty, Failure } from '#ui/kit/answer.tsx'
import { Card } from '#ui/kit/card.tsx'
import { TextField } from '#ui/kit/field.tsx'
import { RowButton, Rows } from '#ui/kit/row.tsx'
import { useAsk } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { getPlace, searchPlaces } from '../contract.ts'
import { pickerTexts as t } from './messages.ts'
import { spokenName } from './spoken.ts'

type Found = { code: string; name: string }

/** Village by name or pinyin letters, then its grids. */
export function PlaceSearch({ onPick }: { onPick: (place: Found) => void }) {
  const [text, setText] = useState('')
  const [village, setVillage] = useState<Found | null>(null)
  const wanted = useSettled(text.trim())
  const found = useAsk(searchPlaces, { text: wanted, limit: 12 }, { when: wanted.length > 0 })
  if (village) return <GridsOf village={village} onPick={onPick} onBack={() => setVillage(null)} />
  const rows = (found.data?.rows ?? []).filter(({ place }) => place.level === 'village' || place.level === 'grid')
  return (
    <div className="stack">
      <TextField
        label={t.search()}
        hint={t.searchHint()}
        value={text}
        onText={setText}
        type="search"
        autoComplete="off"
        enterKeyHint="search"
      />
      <div aria-live="polite">
        {wanted && found.data && rows.length === 0 && <Empty text={t.none({ text: wanted })} />}
      </div>
      <Failure error={found.error} onRetry={() => void found.refetch()} />
      {rows.length > 0 && (
        <Card flush>
          <Rows label={t.found()}>
            {rows.map(({ place, path }) => (
              <RowButton
                key={place.code}
                title={place.name}
                sub={path
                  .slice(1, -1)
                  .map(({ name }) => name)
                  .join(' · ')}
                onPress={() =>
                  place.level === 'village' ? setVillage(place) : onPick({ code: place.code, name: spokenName(path) })
                }
              />
            ))}
          </Rows>
        </Card>
      )}
    </div>
  )
}

function GridsOf({ village, onPick, onBack }: { village: Found; onPick: (place: Found) => void; onBack: () => void }) {
  const asked = useAsk(getPlace, { code: village.code })
  return (
    <Answered asked={asked}>
      {({ path, children }) => (
        <div className="stack">
          <div className="part-head">
            <h2>{t.which({ village: village.name })}</h2>
            <button type="button" className="link" onClick={onBack}>
              {t.back()}
            </button>
          </div>
          <Card flush>
            <Rows>
              {children.map((grid) => (
                <RowButton
                  key={grid.code}
                  title={grid.name}
                  onPress={() => onPick({ code: grid.code, name: spokenName([...path, grid]) })}
                />
              ))}
              <RowButton
                title={t.unsure({ village: village.name })}
                onPress={() => onPick({ code: village.code, name: spokenName(path) })}
              />
            </Rows>
          </Card>
        </div>
      )}
    </Answered>
  )
}

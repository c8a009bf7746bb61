import CloudUpload from 'lucide-react/icons/cloud-upload'
import { useSyncExternalStore } from 'react'
import type { RefusalCode } from '#kernel/errors.ts'
import { instant } from '#kernel/clock.ts'
import { Empty } from '#ui/kit/answer.tsx'
import { type Tone, State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { refusalTexts } from '#kernel/refusal-messages.ts'
import { useNow } from '#ui/now.ts'
import { dropParcel, listParcels, type Parcel, retryParcel, watchParcels } from '#ui/outbox.ts'
import { ago } from '#ui/time.ts'
import { parcelTexts as t } from './messages.ts'

const TONES: Record<Parcel['state'], Tone> = { waiting: 'soon', sending: 'work', refused: 'late' }

/** Everything that still has to leave this phone; nothing is dropped unless its owner says so. */
export function Parcels() {
  const parcels = useSyncExternalStore(watchParcels, listParcels)
  return (
    <Screen title={t.title()} up="/">
      <p className="quiet">{t.waitingSub()}</p>
      {parcels.length === 0 && (
        <Card>
          <Empty icon={<CloudUpload aria-hidden />} text={t.empty()} />
        </Card>
      )}
      {parcels.map((parcel) => (
        <One key={parcel.key} parcel={parcel} />
      ))}
    </Screen>
  )
}

function One({ parcel }: { parcel: Parcel }) {
  const now = useNow()
  const photos = Object.keys(parcel.photos).length
  return (
    <Card>
      <h2 className="row-title">{parcel.title}</h2>
      <p className="quiet">
        {ago(instant(parcel.at), now)}
        {photos > 0 && ` · ${t.photos({ count: photos })}`}
      </p>
      <State tone={TONES[parcel.state]} text={t[`state_${parcel.state}`]()} />
      {parcel.problem && <p>{refusalTexts[parcel.problem as RefusalCode | 'offline']()}</p>}
      <div className="buttons">
        <Button look="soft" busy={parcel.state === 'sending'} onClick={() => void retryParcel(parcel.key)}>
          {t.retry()}
        </Button>
        <Button look="danger" onClick={() => dropParcel(parcel.key)}>
          {t.drop()}
        </Button>
      </div>
    </Card>
  )
}

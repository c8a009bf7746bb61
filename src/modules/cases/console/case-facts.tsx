import { Image } from 'antd'
import { named } from '#kernel/messages.ts'
import { PlaceSpot } from '#modules/places/parts/place-spot.tsx'
import { Panel } from '#ui/console/page.tsx'
import { When } from '#ui/console/moment.tsx'
import { channelTexts } from '#ui/messages.ts'
import type { CaseView } from '../contract.ts'
import { caseTexts as t } from './case-messages.ts'
import { Contact } from './contact.tsx'
import { Marks, StateChip } from './queue-columns.tsx'

/** Left: what was reported, by whom, where, and what it looks like. */
export const Facts = ({ view }: { view: CaseView }) => (
  <>
    <Panel
      title={t.fact()}
      action={
        <span className="row wrap">
          <StateChip row={view} />
          <Marks row={view} />
        </span>
      }
    >
      <p className="case-description">{view.description}</p>
      <dl className="facts">
        <dt>{t.kind()}</dt>
        <dd>{named(view.kindName)}</dd>
        <dt>{t.where()}</dt>
        <dd>
          {view.path
            .slice(1)
            .map(({ name }) => name)
            .join(' · ')}
          {view.lon !== null && !view.insideGrid && <p className="quiet-ink">{t.nearest()}</p>}
        </dd>
        {view.address && (
          <>
            <dt>{t.address()}</dt>
            <dd>{view.address}</dd>
          </>
        )}
        <dt>{t.channel()}</dt>
        <dd>
          {channelTexts[view.channel]()} · <When at={view.receivedAt} />
        </dd>
        <dt>{t.reporter()}</dt>
        <dd>
          <Reporter view={view} />
        </dd>
      </dl>
    </Panel>
    <Photos view={view} />
    <Panel
      title={t.spot()}
      note={
        view.lon === null
          ? t.noPosition()
          : view.accuracyM
            ? t.accuracy({ metres: Math.round(view.accuracyM) })
            : undefined
      }
      flush
      className="case-spot"
    >
      <PlaceSpot
        place={view.place}
        lon={view.lon}
        lat={view.lat}
        label={t.spotMap({ place: view.placeName })}
        late={view.late}
      />
    </Panel>
  </>
)

function Reporter({ view: { id, reporter } }: { view: CaseView }) {
  if (!reporter) return <span className="quiet-ink">{t.anonymous()}</span>
  return (
    <span className="row wrap">
      <span>
        {[reporter.name, reporter.phone].filter(Boolean).join(' ') || t.anonymous()}
        {reporter.account && <span className="quiet-ink"> · {t.withAccount()}</span>}
      </span>
      {(reporter.name || reporter.phone || reporter.account) && <Contact id={id} />}
    </span>
  )
}

const Photos = ({ view: { files } }: { view: CaseView }) => (
  <Panel title={t.photos()} note={files.length > 0 ? String(files.length) : undefined} className="case-photos">
    {files.length === 0 ? (
      <p className="quiet-ink">{t.noPhotos()}</p>
    ) : (
      <Image.PreviewGroup>
        <div className="case-photo-row">
          {files.map(({ id, url, thumb, step }, at) => (
            <Image
              key={id}
              src={thumb}
              preview={{ src: url }}
              width={92}
              height={70}
              alt={t.photoOf({ no: at + 1, step })}
            />
          ))}
        </div>
      </Image.PreviewGroup>
    )}
  </Panel>
)

import { named } from '#kernel/messages.ts'
import { type Round, round, standing } from '#modules/emergency/parts/reports.ts'
import { Shares } from '#ui/console/charts.tsx'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { Due } from '#ui/console/moment.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { roomTexts as t } from './messages.ts'
import { CALM_MS, reportNode, type Room, touches } from './use-room.ts'

/** The present round of situation reports at this place: what is summed up so far, and whether its sum is fixed. */
export function RoomReports({ room }: { room: Room }) {
  const { row } = room
  const node = reportNode(room)
  const seen = useAsk(
    round,
    { activation: row.id, place: node as never },
    { when: node !== undefined, everyMs: CALM_MS },
  )
  const go = (
    <Go to={`/emergency/${row.id}/reports`} search={node ? { place: node } : {}}>
      {t.toReports()}
    </Go>
  )
  return (
    <Panel
      title={t.reports()}
      note={seen.data && t.round({ no: seen.data.no })}
      action={seen.data && go}
      className="room-reports"
    >
      {node === undefined ? (
        <p className="quiet-ink">{touches(row, room.place) ? t.noReports() : t.outside()}</p>
      ) : (
        <Shown of={seen} lines={3}>
          {(told) => <Told told={told} />}
        </Shown>
      )}
    </Panel>
  )
}

function Told({ told: { node, dueAt, figures, before } }: { told: Round }) {
  const { tone, text } = standing(node)
  return (
    <div className="room-told">
      <div className="room-round">
        <span className="chip" data-tone={tone}>
          {text}
        </span>
        {node.children.all > 0 && (
          <>
            <p>{t.approvedOf(node.children)}</p>
            <Shares
              parts={[
                { key: 'in', name: '', value: node.children.approved, tone: 'deep' },
                { key: 'out', name: '', value: node.children.all - node.children.approved, tone: 'grey' },
              ]}
            />
          </>
        )}
        {node.state !== 'approved' && <Due dueAt={dueAt} lamp={node.late ? 'red' : 'green'} />}
      </div>
      <dl className="room-figures">
        {figures.map(({ key, name, unit }) => {
          const [now, was] = [node.figures[key], before?.[key]]
          return (
            <div key={key}>
              <dt title={named(name)}>{named(name)}</dt>
              <dd>
                <strong>{now === undefined ? '–' : counted(now)}</strong> <small>{named(unit)}</small>
                {was !== undefined && <small> · {`${t.before()} ${counted(was)}`}</small>}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

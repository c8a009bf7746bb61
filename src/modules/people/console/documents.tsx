import { ask } from '#ui/call.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { type DocumentId, revealDocument } from '../contract-residents.ts'
import { SourceChip } from '../parts/provenance.tsx'
import type { Task } from './resident-forms.tsx'
import { documentText, residentTexts as t } from './resident-messages.ts'
import type { ResidentView } from './resident.tsx'
import { Reveal } from './reveal.tsx'

/** 证件, masked; each in full only for a reason. */
export const Documents = ({ view, onTask }: { view: ResidentView; onTask: (task: Task) => void }) => (
  <Panel
    title={t.documents()}
    flush
    action={
      view.can.change && (
        <button type="button" className="link" onClick={() => onTask({ kind: 'addDocument' })}>
          {t.addDocument()}
        </button>
      )
    }
  >
    <Table
      caption={t.documents()}
      rows={view.documents}
      keyOf={({ id }) => id}
      empty={<Empty text={t.noDocuments()} />}
      columns={[
        {
          key: 'kind',
          title: t.kind(),
          width: 220,
          cell: ({ kind, country }) => `${documentText(kind)} ${country ?? ''}`,
        },
        {
          key: 'number',
          title: t.number(),
          width: 200,
          cell: ({ numberMasked }) => <span className="num">{numberMasked}</span>,
        },
        {
          key: 'state',
          title: '',
          width: 200,
          cell: ({ id, kind, endedAt }) => (
            <span className="row">
              {endedAt && <span className="chip">{t.ended()}</span>}
              {view.can.reveal && (
                <Reveal
                  label={`${documentText(kind)} ${t.reveal()}`}
                  look={async (reason) => (await ask(revealDocument, { document: id as DocumentId, reason })).number}
                />
              )}
              {view.can.change && !endedAt && (
                <button type="button" className="link" onClick={() => onTask({ kind: 'endDocument', document: id })}>
                  {t.end()}
                </button>
              )}
            </span>
          ),
        },
        { key: 'source', title: t.provenance(), cell: ({ entry }) => <SourceChip entries={view.entries} id={entry} /> },
      ]}
    />
  </Panel>
)

import { useNavigate } from '@tanstack/react-router'
import { Alert } from 'antd'
import FileDown from 'lucide-react/icons/file-down'
import Upload from 'lucide-react/icons/upload'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { ask, CallError, call, newId, uploadList } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { download } from '#ui/console/download.ts'
import { Go } from '#ui/console/go.tsx'
import { When } from '#ui/console/moment.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { usePages } from '#ui/query.tsx'
import { checkImport, importTemplate, listImports } from '../contract-import.ts'
import { HomeWays } from '../parts/home-ways.tsx'
import { wayTexts } from '../parts/way-messages.ts'
import { ExportForm } from './export-form.tsx'
import { importTexts as t, listRefusal } from './import-messages.ts'
import { PlaceName } from '#modules/places/parts/place-name.tsx'
import './imports.css'

/** 导入与导出: a list is sent here; the lists that were; and a list that leaves. */
export function ImportsPage() {
  const { permissions } = useActing()
  const [exporting, setExporting] = useState(false)
  const actions = permissions.has('homes.export') && (
    <button type="button" className="quiet" onClick={() => setExporting(true)}>
      <FileDown size={16} aria-hidden />
      {t.export()}
    </button>
  )
  return (
    <Page
      title={t.title()}
      section={wayTexts.section()}
      trail={<HomeWays now="import" />}
      actions={actions}
      className="page-fit"
    >
      <div className="imports">
        <NewList />
        <Lists />
      </div>
      <ExportForm open={exporting} onClose={() => setExporting(false)} />
    </Page>
  )
}

/** Sends the file, checks it once as its columns are called, and opens what was found. */
function useTaking(place: string) {
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const navigate = useNavigate()
  async function take(file: File): Promise<void> {
    setBusy(true)
    setError(undefined)
    const id = newId()
    try {
      await uploadList(file, { id, place, name: file.name.slice(0, 120) })
      await call(checkImport, { id: id as never })
      await navigate({ to: `/homes/import/${id}` as '.' })
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(listRefusal(problem))
    } finally {
      setBusy(false)
    }
  }
  return { take, error, busy }
}

/** Whether a file hovers over the element; the button beside does the same by keyboard. */
function useDrop(zone: RefObject<HTMLElement | null>, onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false)
  const taking = useEffectEvent(onFile)
  useEffect(() => {
    const element = zone.current
    const hover = (event: DragEvent): void => {
      event.preventDefault()
      setOver(event.type === 'dragover')
    }
    const drop = (event: DragEvent): void => {
      hover(event)
      const [file] = event.dataTransfer?.files ?? []
      if (file) taking(file)
    }
    element?.addEventListener('dragover', hover)
    element?.addEventListener('dragleave', hover)
    element?.addEventListener('drop', drop)
    return () => {
      element?.removeEventListener('dragover', hover)
      element?.removeEventListener('dragleave', hover)
      element?.removeEventListener('drop', drop)
    }
  }, [zone])
  return over
}

function NewList() {
  const { place: top } = useActing()
  const [place, setPlace] = useState<string | null>(top)
  const { take, error, busy } = useTaking(place ?? top)
  const input = useRef<HTMLInputElement>(null)
  const zone = useRef<HTMLElement>(null)
  const over = useDrop(zone, (file) => void (busy || take(file)))
  return (
    <Panel title={t.newList()}>
      <p className="quiet-ink">{t.lead()}</p>
      <PlaceSelect
        label={t.place()}
        under={top}
        value={place}
        onChange={setPlace}
        only={['township', 'village', 'grid']}
      />
      <section ref={zone} className="import-drop" data-over={over ? '' : undefined} aria-label={t.drop()}>
        <Upload size={26} aria-hidden />
        <p>{t.drop()}</p>
        <button type="button" className="firm" disabled={busy} onClick={() => input.current?.click()}>
          {busy ? t.taking() : t.choose()}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,.xlsx"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) void take(file)
            target.value = ''
          }}
        />
        <small className="quiet-ink">{t.kinds()}</small>
      </section>
      {error && <Alert type="error" showIcon role="alert" title={error} />}
      <p className="quiet-ink">{t.neverNote()}</p>
      <button type="button" className="link" onClick={() => void ask(importTemplate, {}).then(download)}>
        {t.template()}
      </button>
    </Panel>
  )
}

const TONE = { taken: 'soon', checked: 'work', written: 'done', dropped: 'void' } as const

function Lists() {
  const list = usePages(listImports, { limit: 50 })
  return (
    <Panel title={t.lists()} flush>
      <Shown of={{ ...list, data: list.first }} lines={8}>
        {() => (
          <>
            <Table
              caption={t.lists()}
              rows={list.rows}
              keyOf={({ id }) => id}
              empty={<Empty text={t.none()} />}
              columns={[
                { key: 'file', title: t.file(), cell: ({ id, name }) => <Go to={`/homes/import/${id}`}>{name}</Go> },
                { key: 'where', title: t.where(), width: 230, cell: ({ place }) => <PlaceName code={place} /> },
                { key: 'rows', title: t.rows(), width: 70, end: true, cell: ({ rows }) => rows },
                { key: 'new', title: t.show_new(), width: 70, end: true, cell: ({ counts }) => counts?.new ?? '—' },
                {
                  key: 'fault',
                  title: t.show_fault(),
                  width: 70,
                  end: true,
                  cell: ({ counts }) => counts?.fault ?? '—',
                },
                {
                  key: 'state',
                  title: t.state(),
                  width: 100,
                  cell: ({ state }) => (
                    <span className="chip" data-tone={TONE[state]}>
                      {t[`state_${state}`]()}
                    </span>
                  ),
                },
                { key: 'when', title: t.when(), width: 120, cell: ({ at }) => <When at={at} /> },
              ]}
            />
            <More
              shown={list.rows.length}
              more={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Shown>
    </Panel>
  )
}

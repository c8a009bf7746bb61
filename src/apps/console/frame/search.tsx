import { useNavigate } from '@tanstack/react-router'
import SearchIcon from 'lucide-react/icons/search'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useKeys } from '#ui/console/keys.ts'
import { frameTexts as t } from '../messages.ts'
import { type Found, useFound } from './found.ts'

/** Ctrl K: cases, places and posts in one box, worked by the keyboard alone. */
export function Search() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  useKeys({ 'mod+k': () => setOpen(true) })
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <>
      <button type="button" className="bar-search" onClick={() => setOpen(true)}>
        <SearchIcon size={15} aria-hidden />
        <span>{t.search()}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <dialog ref={dialog} className="search" aria-label={t.searchTitle()} onClose={() => setOpen(false)}>
        {open && <Box onDone={() => setOpen(false)} />}
      </dialog>
    </>
  )
}

function Box({ onDone }: { onDone: () => void }) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { rows, settled } = useFound(text)
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const open = (row: Found | undefined) => {
    if (!row) return
    onDone()
    void navigate({ to: row.to as '/', search: row.search as never })
  }
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((was) => (was + step + rows.length) % Math.max(rows.length, 1))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(rows[at])
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        ref={field}
        className="search-field"
        type="search"
        aria-label={t.searchHint()}
        placeholder={t.searchHint()}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={pressed}
      />
      <ul className="search-found">
        {rows.map((row, index) => (
          <li key={row.key}>
            <button type="button" data-active={index === at ? '' : undefined} onClick={() => open(row)}>
              <span className="chip">{row.kind}</span>
              <strong>{row.title}</strong>
              <span className="quiet-ink">{row.note}</span>
            </button>
          </li>
        ))}
      </ul>
      {settled && text.trim() !== '' && rows.length === 0 && <p className="search-none">{t.foundNothing({ text })}</p>}
    </>
  )
}

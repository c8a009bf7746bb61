import { useEffect, useRef } from 'react'

type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

const WRITING =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"]'

/** Single keys for a page; they rest while somebody writes. `mod+k` means Ctrl or Cmd and works everywhere. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const held = event.ctrlKey || event.metaKey
      const act = latest.current[held ? `mod+${event.key.toLowerCase()}` : event.key]
      const writing = event.target instanceof Element && event.target.closest(WRITING) !== null
      if (!act || event.altKey || event.isComposing || (writing && !held)) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}

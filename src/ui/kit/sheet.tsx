import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useRef } from 'react'
import { said } from '../messages.ts'

/** A page from below for one act. The browser's own dialog keeps the focus inside and closes on Escape. */
export function Sheet({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onCancel={onClose}>
      <div className="sheet-head">
        <h2>{title}</h2>
        <button type="button" className="round" aria-label={said.close()} onClick={onClose}>
          <X aria-hidden />
        </button>
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  )
}

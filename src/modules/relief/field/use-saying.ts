import { useState } from 'react'

/** A sheet in which one thing is said: not before it is whole, once, and away with it when it went. */
export function useSaying(wrong: boolean, say: () => Promise<boolean>, onClose: () => void) {
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    if (wrong) return setTried(true)
    setBusy(true)
    const went = await say()
    setBusy(false)
    if (went) onClose()
  }
  return { busy, wrong: tried && wrong, send: () => void send() }
}

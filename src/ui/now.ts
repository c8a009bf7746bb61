import { useEffect, useState } from 'react'
import { systemClock } from '#kernel/clock.ts'

/** The present moment in ms, again every half minute, so that what remains counts down by itself. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(() => systemClock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(systemClock.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

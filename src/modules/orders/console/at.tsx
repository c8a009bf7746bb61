import { exactTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'

/** A moment that may lie ahead, in words. */
export function At({ at }: { at: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={exactTime(at)}>
      {moment(at, now)}
    </time>
  )
}

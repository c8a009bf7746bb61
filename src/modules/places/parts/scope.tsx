import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { levelTexts } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { placeTexts as t } from '../console/messages.ts'
import { getPlace, type Level, LEVELS, levelOf } from '../contract.ts'
import { PlaceTrail } from './place-trail.tsx'

/** Which place a page is about: from the address, else where one acts. What was `dropped` there said something of the last one. */
export function useScope(...dropped: string[]): { place: string; top: string; setPlace: (code: string) => void } {
  const { place: top } = useActing()
  const [address, change] = useAddress()
  const asked = address['place'] ?? ''
  return {
    top,
    place: asked.startsWith(top) ? asked : top,
    setPlace: (code) =>
      change({
        ...Object.fromEntries(dropped.map((key) => [key, undefined])),
        place: code === top ? undefined : code,
      }),
  }
}

/** None is below a micro-grid. */
export const belowLevel = (code: string): Level | undefined => LEVELS[LEVELS.indexOf(levelOf(code)) + 1]

/** 衢州市 › 江山市 › 全部乡镇: from where one acts down to what is shown; `every` says the level that is listed. */
export function ScopeTrail({ dropped = [], every = false }: { dropped?: string[]; every?: boolean }) {
  const { place, top, setPlace } = useScope(...dropped)
  const found = useAsk(getPlace, { code: place })
  const path = (found.data?.path ?? []).filter(({ code }) => code.startsWith(top))
  const below = every ? belowLevel(place) : undefined
  return (
    <PlaceTrail
      path={path}
      onOpen={setPlace}
      {...(below && below !== 'microgrid' ? { after: t.everyChild({ level: levelTexts[below]() }) } : {})}
    />
  )
}

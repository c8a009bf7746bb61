import { listDuties, suggestDuty } from '#modules/duties/contract.ts'
import { suggestCarried } from '#modules/duties/parts/carried.ts'
import { getPlace, listNames, searchPlaces } from '#modules/places/contract.ts'
import { placeCarried, searchCarried, treeOf } from '#modules/places/parts/carried.ts'
import type { z } from 'zod'
import { findHere } from '#ui/offline/answers.ts'

/** Made once of each answer that was taken along. */
function once<A extends object, B>(make: (answer: A) => B): (answer: unknown) => B {
  const made = new WeakMap<A, B>()
  return (answer) => {
    const held = made.get(answer as A) ?? make(answer as A)
    made.set(answer as A, held)
    return held
  }
}

/** Without a network: places by any part of the name, and kinds of matter by the words of a report. Inputs are as screens ask them: the phone has no shapes. */
export function findByOurselves(): void {
  const tree = once(treeOf)
  const suggest = once(suggestCarried)
  findHere(searchPlaces.name, listNames.name, (input, names) => {
    const { text = '', under, level, limit = 20 } = input as Partial<z.infer<typeof searchPlaces.input>>
    return searchCarried(tree(names), { text, under, level, limit })
  })
  findHere(getPlace.name, listNames.name, (input, names) =>
    typeof input['code'] === 'string' ? placeCarried(tree(names), input['code']) : undefined,
  )
  findHere(suggestDuty.name, listDuties.name, (input, duties) =>
    typeof input['text'] === 'string' ? suggest(duties)(input['text']) : undefined,
  )
}

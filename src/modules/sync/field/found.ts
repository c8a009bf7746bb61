import { listDuties, suggestDuty } from '#modules/duties/contract.ts'
import { suggestCarried } from '#modules/duties/parts/carried.ts'
import { getPlace, listNames, searchPlaces } from '#modules/places/contract.ts'
import { placeCarried, searchCarried, treeOf } from '#modules/places/parts/carried.ts'
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

/** Without a network: places by any part of the name, and kinds of matter by the words of a report. */
export function findByOurselves(): void {
  const tree = once(treeOf)
  const suggest = once(suggestCarried)
  findHere(searchPlaces.name, listNames.name, (input, names) =>
    searchCarried(tree(names), searchPlaces.input.parse(input)),
  )
  findHere(getPlace.name, listNames.name, (input, names) => placeCarried(tree(names), getPlace.input.parse(input).code))
  findHere(suggestDuty.name, listDuties.name, (input, duties) => suggest(duties)(suggestDuty.input.parse(input).text))
}

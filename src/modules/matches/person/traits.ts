/** What is compared of a person. Whatever is not known is null or empty and speaks neither for nor against. */
export type Traits = {
  name: string
  sex: string | null
  /** YYYY-MM-DD */
  born: string | null
  /** The number of a document or, where numbers are sealed, its digest; `whole`: its check character is right. */
  number: { value: string; whole: boolean } | null
  phones: readonly string[]
  /** code of the grid, or of the village */
  place: string | null
  /** what tells a dwelling from its neighbours within the city: its id or its address */
  door: string | null
}

/** Names as they are compared: no blanks, no dots of long names, one width. */
export const plainName = (given: string): string => given.normalize('NFKC').replaceAll(/[\s·•‧・.]/g, '')

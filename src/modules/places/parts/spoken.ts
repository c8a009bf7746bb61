/** The part of a path that people say: township, village, grid. A grid called after its village is not said twice. */
export function spokenName(path: readonly { name: string }[]): string {
  const names = path.slice(2).map(({ name }) => name)
  return names.filter((name, at) => !names[at + 1]?.startsWith(name)).join(' · ')
}

import { type Rule, SCREENS, TESTS, insideASlice, meets, rule } from './slice-directions.ts'

/** Who may import whom, as rules for dependency-cruiser. Paths are relative to the root. */
export const directionRules = (knows: Record<string, readonly string[]>): Rule[] => [
  ...floors,
  ...insideASlice,
  ...Object.entries(knows).map(meets),
  ...always,
]

/** The three, and what they share. */
const FACES = '^src/apps/(console|field|town|faces)/'
const SHOWN = ['^src/ui/', SCREENS, FACES]

const below = (folder: string, ...above: string[]): Rule => {
  const to = { path: `^src/(${above.join('|')})/` }
  return rule(`${folder}-below`, `stands below ${above.join(', ')}`, { path: `^src/${folder}/` }, to)
}

/** apps -> modules -> ui (screens only) -> kernel <- engines */
const floors: Rule[] = [
  below('kernel', 'apps', 'modules', 'ui', 'engines'),
  below('engines', 'apps', 'modules', 'ui'),
  below('ui', 'apps', 'modules', 'engines'),
  below('modules', 'apps', 'engines'),
  rule(
    'screens-apart',
    'only screens do',
    { path: '^src/', pathNot: SHOWN },
    { path: ['^src/ui/', String.raw`\.tsx$`] },
  ),
  rule('faces-apart', 'a page without the server', { path: FACES }, { path: '^src/apps/', pathNot: FACES }),
  rule('product-alone', 'nor on its tests', { path: '^src/' }, { path: ['^(test|tools|bench)/', TESTS] }),
]

const always: Rule[] = [
  rule('resolves', 'an import that leads nowhere is checked by nobody', {}, { couldNotResolve: true }),
  rule(
    'no-circle',
    'a circle has no top',
    { path: '^src/' },
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
]

import type { Retention } from '#kernel/retention.ts'

export const retention: Retention = {
  'people.person': {
    keep: 'always',
    why: 'cases, posts and the record name the person; a resident asks for deletion by an appeal (PIPL art. 47)',
  },
  'people.organ': { keep: 'always', why: 'public institutions; old decisions name them' },
}

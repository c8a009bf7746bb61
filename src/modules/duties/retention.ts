import type { Retention } from '#kernel/retention.ts'

const why = 'public rules; past cases name the version they were received under'

export const retention = {
  'duties.class': { keep: 'always', why },
  'duties.line': { keep: 'always', why },
  'duties.kind': { keep: 'always', why },
  'duties.version': { keep: 'always', why },
} satisfies Retention

import type { Retention } from '#kernel/retention.ts'

export const retention: Retention = {
  'posts.post': { keep: 'always', why: 'what was done in office names the post; who was competent must stay provable' },
  'posts.hand_over': { keep: 'always', why: 'who took over open work from whom' },
}

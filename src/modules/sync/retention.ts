import type { Retention } from '#kernel/retention.ts'

export const retention: Retention = {
  'sync.device': { keep: '6 months', why: 'which phones held work, counted from the last contact', by: 'sync.clear' },
  'sync.parcel': {
    keep: '90 days',
    why: 'as long as the answers to repeated commands: a phone may have been without a network for weeks; what waits for a decision stays until it is made',
    by: 'sync.clear',
  },
}

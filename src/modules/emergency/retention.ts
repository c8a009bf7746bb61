import type { Retention } from '#kernel/retention.ts'

const OFFICIAL = 'official acts under the law on emergencies; hold no personal data of those concerned'

export const retention: Retention = {
  'emergency.playbook': { keep: 'always', why: 'every activation names the version it was decided with' },
  'emergency.activation': { keep: 'always', why: OFFICIAL },
  'emergency.decision': { keep: 'always', why: OFFICIAL },
  'emergency.raised': { keep: 'always', why: 'which posts and bonds were raised by which decision' },
  'emergency.entry': { keep: 'always', why: OFFICIAL },
  'emergency.report': { keep: 'always', why: 'figures of places, the basis of the after-action report; no persons' },
  'emergency.kept': {
    keep: 'always',
    why: 'why an item was kept (突发事件应对法 85); the item itself goes on its day',
  },
  'emergency.destroyed': { keep: 'always', why: 'proof of the destruction' },
  'emergency.certificate': { keep: 'always', why: 'proof of the destruction, readable by the public' },
  'emergency.after_action': { keep: 'always', why: 'assessment after the event (突发事件应对法 92); figures' },
}

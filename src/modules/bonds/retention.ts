import type { Retention } from '#kernel/retention.ts'

export const retention: Retention = {
  'bonds.kind': { keep: 'always', why: 'a bond names the kind it was made under' },
  'bonds.answerer': { keep: 'always', why: 'who stood ready when a household chose' },
  'bonds.bond': { keep: 'always', why: 'who answered for a door on a day of the past must stay provable' },
  'bonds.moved': { keep: 'always', why: 'what went along with a household that moved, so that it can be taken back' },
  'bonds.substitute': { keep: 'always', why: 'who stood in for whom' },
  'bonds.saying': {
    keep: '3 years',
    why: 'words about how a bond goes, for both sides; old ones help nobody',
    by: 'yearly, by the village',
  },
  'bonds.rotation': { keep: 'always', why: 'which posts were moved together, and what was passed over' },
  'bonds.file': { keep: 'always', why: 'what a successor took over, and when' },
  'bonds.file_line': { keep: 'always', why: 'open cases, bonds and promises on the day of a hand-over; no names' },
  'bonds.work': { keep: '3 years', why: 'what departments were asked to take on', by: 'yearly, by the community' },
  'bonds.claim': { keep: '3 years', why: 'who took it on', by: 'yearly, by the community' },
  'bonds.done': { keep: '3 years', why: 'goes with the claim', by: 'yearly, by the community' },
}

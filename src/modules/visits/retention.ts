import type { Retention } from '#kernel/retention.ts'

const WITH_VISIT = 'goes with its visit'
export const retention = {
  'visits.visit': {
    keep: '3 years',
    why: 'what was promised and what came of it, over the term of a village committee and no longer',
  },
  'visits.party': { keep: '3 years', why: WITH_VISIT },
  'visits.note': { keep: '3 years', why: WITH_VISIT },
  'visits.passed_on': { keep: '3 years', why: WITH_VISIT },
  'visits.updated': { keep: '3 years', why: `${WITH_VISIT}; the values live in fields` },
  'visits.promise': { keep: '3 years', why: WITH_VISIT },
  'visits.voice': {
    keep: '1 years',
    why: 'a voice is more than its words; a recording that no visit took up goes after a week',
    by: 'visits.looseVoices',
  },
  'visits.request': { keep: '3 years', why: 'that somebody asked for a visit, and the answer' },
  'visits.mandate': { keep: '3 years', why: 'proof of who might act for whom, after it ended' },
  'visits.mandate_party': { keep: '3 years', why: 'goes with its mandate' },
  'visits.mandate_use': { keep: '3 years', why: 'each act of a proxy, as long as the mandate is kept' },
  'visits.field_day': { keep: 'always', why: 'rules that held; no personal data' },
  'visits.day_exception': { keep: 'always', why: 'when a protected day was lifted and why' },
  'visits.meeting': { keep: '1 years', why: 'invitations of staff' },
  'visits.invited': { keep: '1 years', why: 'goes with its meeting' },
  'visits.outing': { keep: '3 years', why: 'which team went to which village' },
  'visits.outing_post': { keep: '3 years', why: 'goes with its outing' },
  'visits.problem': { keep: '3 years', why: 'problems found, who answered for them and how' },
} satisfies Retention

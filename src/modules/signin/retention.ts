import type { Retention } from '#kernel/retention.ts'

export const retention: Retention = {
  'signin.credential': { keep: 'always', why: 'as long as the person may sign in' },
  'signin.second_factor': { keep: 'always', why: 'as long as it is switched on' },
  'signin.session': {
    keep: '6 months',
    why: 'who was signed in from where: network logs are kept six months (Cybersecurity Law), and no longer',
    by: 'signin.clear',
  },
  'signin.code': { keep: '1 days', why: 'good for five minutes; a day for the limit on sendings', by: 'signin.clear' },
  'signin.attempt': { keep: '1 days', why: 'no limit looks back further than a day', by: 'signin.clear' },
}

import type { Grants } from '#kernel/authorise.ts'

/**
 * Staff find each other. Nobody is granted a resident's entry: it has no office, so only the resident's own `self` reaches it,
 * and a case shows its reporter through `pub_person`, under the purpose of that case.
 */
export const grants = {
  'people.register': { system_admin: 'place', security_admin: 'place' },
  'people.addOrgan': { system_admin: 'place' },
  'people.organs': { staff: 'any' },
  'people.search': { staff: 'any' },
  'people.get': { staff: ['any', 'self'], resident: 'self' },
  'people.me': { staff: 'self', resident: 'self' },
} satisfies Grants

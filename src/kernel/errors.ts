/**
 * Everything a caller may be told went wrong, from one table. Anything else that is thrown is a bug: answered `internal`
 * and logged with the request id. Details hold no personal data.
 */
const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  wrong_credentials: 401,
  second_factor_needed: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  already: 409,
  already_held: 409,
  bounced_twice: 409,
  top_of_tree: 409,
  stop_level: 409,
  same_person: 409,
  window_over: 409,
  evidence_missing: 409,
  incompatible_posts: 409,
  quota_full: 409,
  name_needed: 409,
  too_soon: 409,
  left_without: 409,
  conflict_of_interest: 409,
  field_day: 409,
  overlapping: 409,
  not_open: 409,
  in_force: 409,
  authority_needed: 409,
  same_organ: 409,
  gone: 410,
  too_large: 413,
  unsupported_file: 415,
  key_reused: 422,
  outside_area: 422,
  checksum: 422,
  too_many: 429,
  internal: 500,
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof STATUS
export type Problem = { path: string; problem: string }
export type RefusalDetail = { problems?: Problem[]; [fact: string]: unknown }

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly detail: RefusalDetail
  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(code)
    this.code = code
    this.detail = detail
  }
  get status(): number {
    return STATUS[this.code]
  }
}

/** `const state = next(…) ?? refuse('conflict', { state })` */
export function refuse(code: RefusalCode, detail: RefusalDetail = {}): never {
  throw new Refusal(code, detail)
}

/** A NUL in a text, half a character in JSON, what is no number, instant or id, or out of range: data that no column holds. */
const UNSTORABLE = ['22021', '22P05', '22P02', '22007', '22008', '22003']

/** What a database refuses for what was sent: data that it cannot hold, and a value taken already. Undefined: a fault of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  const state = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (state === '23505') return new Refusal('already')
  return UNSTORABLE.includes(state)
    ? new Refusal('invalid', { problems: [{ path: '', problem: 'unstorable' }] })
    : undefined
}

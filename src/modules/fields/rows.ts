import type { SubjectKind, Value } from './contract.ts'

export type SubjectRef = { kind: SubjectKind; subject: string }
/** What is held of one field of one subject; `id` is null where people or homes keep it. */
export type Held = SubjectRef & {
  id: string | null
  field: string
  value: Value
  day: string
  fresh: boolean
  contested: boolean
  entry: string | null
}

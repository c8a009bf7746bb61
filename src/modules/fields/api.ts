export { answerFields, type FieldAnswer, type FieldOutcome } from './answering.ts'
export { held } from './holding.ts'
export { definitions, type Registry } from './registry.ts'
export type { Held, Located, SubjectRef } from './rows.ts'

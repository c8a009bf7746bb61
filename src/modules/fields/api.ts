export { answerFields } from './answering.ts'
export { held } from './holding.ts'
export { definitions } from './registry.ts'
export { seedFields, seedValues, type ValueSeed } from './seeding.ts'

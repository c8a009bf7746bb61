import type { Measured } from '../figures.ts'
import type { Bench } from '../stage.ts'

export type Area = { name: string; about: string; run: (bench: Bench) => Promise<Measured[]> }

import type { Tone } from '#ui/kit/badge.tsx'
import type { PromiseView } from '../contract.ts'
import { visitWords as t } from './messages.ts'

type Shown = Pick<PromiseView, 'state' | 'late'>
const TONES = { open: 'work', kept: 'rights', broken: 'void', confirmed: 'done' } as const

/** Red only for what is late. */
export const promiseTone = ({ state, late }: Shown): Tone => (late ? 'late' : TONES[state])
export const promiseText = ({ state, late }: Shown): string => (late ? t.late() : t[`state_${state}`]())

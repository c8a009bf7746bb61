import { instant } from '#kernel/clock.ts'
import { EVACUEE_STATES, type EvacueeState, type EvacueeView, listEvacuees } from '../contract-evacuation.ts'
import { changeRows } from './change-rows.ts'

type Word = { state: EvacueeState; note: string; at: number }

/** As the server will show it the next time; who may say a word may also say the one that stood before. */
const afterWord = (row: EvacueeView, { state, note, at }: Word): EvacueeView => ({
  ...row,
  state,
  note,
  saidAt: instant(at),
  can: EVACUEE_STATES.filter(
    (one): one is EvacueeView['can'][number] =>
      one !== 'listed' && one !== state && (one === row.state || row.can.includes(one)),
  ),
})

/** Puts a word into the lists at hand: to ask for them again would be another look at everybody on them. */
export const showWord = (evacuee: string, word: Word): void =>
  changeRows(listEvacuees, (row) => (row.id === evacuee ? afterWord(row, word) : row))

/** It has closed at a place: nothing more can be said of anybody there. */
export const showClosed = (place: string): void =>
  changeRows(listEvacuees, (row) => (row.place === place ? { ...row, can: [] } : row))

import { instant } from '#kernel/clock.ts'
import { type DoorView, sweepDoors } from '../contract-sweeps.ts'
import { changeRows } from './change-rows.ts'

export type Knocked = Pick<DoorView, 'state' | 'note' | 'help' | 'next'> & { at: number }

/** A door as the server will show it the next time. */
export const showKnock = (door: string, { at, state, note, help, next }: Knocked): void =>
  changeRows(sweepDoors, (row) => {
    if (row.id !== door) return row
    const keeps = state === 'nobody' && help.length === 0
    const asked = keeps ? { help: row.help, helped: row.helped } : { help, helped: null }
    const can: DoorView['can'] = asked.help.length > 0 && !asked.helped ? ['knock', 'help'] : ['knock']
    return { ...row, ...asked, state, note, next, saidAt: instant(at), tries: row.tries + 1, can }
  })

export const showHelped = (door: string, what: string, at: number): void =>
  changeRows(sweepDoors, (row) =>
    row.id === door
      ? { ...row, helped: { what, at: instant(at), by: null }, can: row.can.filter((one) => one !== 'help') }
      : row,
  )

/** It has closed at a place: nothing more can be said of its doors. */
export const showDoorsClosed = (place: string): void =>
  changeRows(sweepDoors, (row) => (row.place === place ? { ...row, can: [] } : row))

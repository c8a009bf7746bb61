import { openId, sealId } from './sealed.ts'

/** Other texts that hold numbers of people, such as an uploaded list: sealed for one id, with the key that never enters the database. */
export const sealedFor = (id: string, text: string): Uint8Array => sealId(id, text).sealed
export const openedFor = (id: string, sealed: Uint8Array): string => openId(id, sealed)

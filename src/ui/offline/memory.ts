import type { Shelf } from './parcel.ts'

/** Where nothing can be kept: as long as the page lives. */
export function inMemory(): Shelf {
  const held = new Map<string, Record<string, Blob>>()
  return {
    load: () => Promise.resolve([]),
    save: (parcel, photos) => Promise.resolve(void (photos && held.set(parcel.key, photos))),
    photo: (key, id) => Promise.resolve(held.get(key)?.[id]),
    drop: (key) => Promise.resolve(void held.delete(key)),
  }
}

import type { Parcel, Shelf } from '../outbox.ts'
import { decoded, encoded, type Entry, type Vault } from './vault.ts'

const PARCELS = 'parcel/'
const PHOTOS = 'photo/'

/** Parcels and their photos in the sealed store. A parcel that cannot be read stays, and is told; only its owner gives it up. */
export function shelfIn(vault: Vault, broken: (names: readonly string[]) => void): Shelf {
  return {
    async load() {
      const read = await vault.read(PARCELS)
      if (read.broken.length > 0) broken(read.broken)
      const parcels = read.entries.map(({ content }) => decoded<Parcel>(content))
      return parcels.toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
    },
    async save(parcel, photos = {}) {
      const pictures = await Promise.all(
        Object.entries(photos).map(
          async ([id, photo]): Promise<Entry> => ({
            name: `${PHOTOS}${parcel.key}/${id}`,
            content: new Uint8Array(await photo.arrayBuffer()),
          }),
        ),
      )
      await vault.put([...pictures, { name: PARCELS + parcel.key, content: encoded(parcel) }])
    },
    async photo(key, id) {
      const content = await vault.one(`${PHOTOS}${key}/${id}`)
      return content && new Blob([content], { type: 'image/jpeg' })
    },
    drop: (key) => vault.put([{ name: PARCELS + key, content: null }], `${PHOTOS}${key}/`),
  }
}

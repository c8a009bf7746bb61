import type { Parcel, Shelf } from './parcel.ts'
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
        Object.entries(photos).map(async ([id, photo]): Promise<Entry> => ({
          name: `${PHOTOS}${parcel.key}/${id}`,
          content: withType(photo.type, new Uint8Array(await photo.arrayBuffer())),
        })),
      )
      await vault.put([...pictures, { name: PARCELS + parcel.key, content: encoded(parcel) }])
    },
    async photo(key, id) {
      const content = await vault.one(`${PHOTOS}${key}/${id}`)
      return content && typed(content)
    },
    drop: (key) => vault.put([{ name: PARCELS + key, content: null }], `${PHOTOS}${key}/`),
  }
}

/** What kind of picture or sound it is stands before it: a byte of length, and the name. */
function withType(type: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(type).subarray(0, 255)
  const all = new Uint8Array(1 + name.length + bytes.length)
  all.set([name.length])
  all.set(name, 1)
  all.set(bytes, 1 + name.length)
  return all
}

function typed(all: Uint8Array<ArrayBuffer>): Blob {
  const from = 1 + (all[0] ?? 0)
  return new Blob([all.subarray(from)], { type: new TextDecoder().decode(all.subarray(1, from)) })
}

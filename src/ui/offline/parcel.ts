/** What still has to leave this phone; how it lives is told in src/ui/outbox.ts. */
export type Parcel = {
  key: string
  command: string
  input: Record<string, unknown>
  /** What a person sees of it in the list. */
  title: string
  /** What it is about, and the parcel about the same thing that was made before it. */
  thing: string
  after: string | null
  /** Photos to upload first, by file id. */
  photos: readonly string[]
  person: string
  post: string
  at: number
  tries: number
  state: 'waiting' | 'sending' | 'held' | 'refused' | 'stranded' | 'differs'
  problem: string | null
  /** Of an answer about fields: how many differ from what somebody else said. */
  differs?: number
}

/** Where parcels and their photos are kept. */
export type Shelf = {
  load(): Promise<Parcel[]>
  save(parcel: Parcel, photos?: Record<string, Blob>): Promise<void>
  photo(key: string, id: string): Promise<Blob | undefined>
  drop(key: string): Promise<void>
}

import type { Slice } from '#kernel/slice.ts'
import { bundle } from './bundle.ts'
import { confirm, register, wipe } from './commands-device.ts'
import { carried, clear, decide, note, strandOne } from './commands-parcel.ts'
import { grants } from './grants.ts'
import { clearing, stranding } from './jobs.ts'
import { backlog, behind, contact, devices, standing, stranded } from './queries.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'

export const slice: Slice = {
  name: 'sync',
  handlers: [register, wipe, confirm, note, decide, carried, strandOne, clear],
  answers: [contact, devices, backlog, standing, behind, stranded, bundle],
  grants,
  reactions,
  jobs: [stranding, clearing],
  protects: [
    {
      table: 'sync.device',
      permissions: ['sync.register', 'sync.contact', 'sync.wipe', 'sync.devices'],
      place: 'place',
      person: 'person',
      token: 'token',
    },
    {
      table: 'sync.parcel',
      permissions: ['sync.note', 'sync.backlog', 'sync.decide', 'sync.carry'],
      place: 'place',
      person: 'person',
    },
  ],
  retention,
  migrations: new URL('./migrations/', import.meta.url),
}

import { assemble } from '#kernel/slice.ts'
import { slice as bonds } from '#modules/bonds/slice.ts'
import { slice as cases } from '#modules/cases/slice.ts'
import { slice as consents } from '#modules/consents/slice.ts'
import { slice as duties } from '#modules/duties/slice.ts'
import { slice as emergency } from '#modules/emergency/slice.ts'
import { slice as fields } from '#modules/fields/slice.ts'
import { slice as homes } from '#modules/homes/slice.ts'
import { slice as matches } from '#modules/matches/slice.ts'
import { slice as notices } from '#modules/notices/slice.ts'
import { slice as orders } from '#modules/orders/slice.ts'
import { slice as oversight } from '#modules/oversight/slice.ts'
import { slice as people } from '#modules/people/slice.ts'
import { slice as places } from '#modules/places/slice.ts'
import { slice as posts } from '#modules/posts/slice.ts'
import { slice as relief } from '#modules/relief/slice.ts'
import { slice as signin } from '#modules/signin/slice.ts'
import { slice as sync } from '#modules/sync/slice.ts'
import { slice as visits } from '#modules/visits/slice.ts'

/** Every slice, in rank order: migrations run in it. */
export const slices = assemble([
  places,
  people,
  homes,
  posts,
  consents,
  fields,
  signin,
  notices,
  duties,
  cases,
  matches,
  bonds,
  orders,
  visits,
  sync,
  emergency,
  relief,
  oversight,
])

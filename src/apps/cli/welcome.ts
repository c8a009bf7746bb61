import { named } from '#kernel/messages.ts'
import type { Platform } from '#kernel/platform.ts'
import { placeTree } from '#modules/places/api.ts'
import { offerWays } from '#modules/signin/api.ts'
import { cast, DEMO_PASSWORD, SHOWN, STAGE } from '../../../demo/cast.ts'
import type { Options } from './options.ts'
import { texts } from './messages.ts'

/** Whether anything was loaded before. */
export async function hasCity(p: Platform): Promise<boolean> {
  const tree = await placeTree(p)
  if (tree.children('').length > 0 || tree.get(STAGE.city)) return true
  // An empty tree must not be remembered: the city may be loaded next.
  p.cache.drop('places.')
  return false
}

const FACES: Record<string, 'console' | 'field' | 'town'> = { wangJianping: 'town', yuXuewen: 'field' }

/** The sign-in pages name the demo logins; only of the demo city, whose password stands in the open. */
export async function offerDemo(p: Platform, options: Options): Promise<void> {
  if (!options.demo) return
  offerWays(p, {
    developerInbox: '/dev/inbox',
    demoLogins: SHOWN.map((key) => ({
      login: cast[key].login ?? cast[key].phone,
      ...cast[key].about,
      face: FACES[key] ?? 'console',
    })),
  })
}

export function printAddresses(options: Options): void {
  const base = `http://${options.host === '0.0.0.0' ? 'localhost' : options.host}:${options.port}`
  const lines = [
    ['', texts.addresses()],
    [texts.console(), `${base}/console/`],
    [texts.field(), `${base}/field/`],
    [texts.town(), `${base}/town/`],
    [texts.docs(), `${base}/api/docs`],
    ...(options.demo ? [[texts.inbox(), `${base}/dev/inbox`]] : []),
  ]
  console.log(`\n${lines.map(([name, address]) => (name ? `  ${name}  ${address}` : address)).join('\n')}`)
  if (!options.demo) return
  console.log(`\n${texts.logins({ password: DEMO_PASSWORD })}`)
  for (const key of SHOWN)
    console.log(`  ${(cast[key].login ?? cast[key].phone).padEnd(14)} ${cast[key].name}  ${named(cast[key].about)}`)
}

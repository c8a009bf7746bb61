import {
  type ComponentType,
  createContext,
  lazy,
  type ReactNode,
  startTransition,
  Suspense,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react'

/**
 * The router of the phone pages, a fortieth of the size of the console's: paths with `$names`, one screen for each, loaded
 * when first opened. Each history entry holds how deep it lies, so that "back" knows whether there is anything behind it,
 * and where it was scrolled to.
 */
export type At = { path: string; params: Record<string, string>; search: Record<string, string> }
type Shown = ComponentType<{ at: At }>
type Opened = { show: Shown; load?: () => Promise<unknown> }
export type Routes = Record<string, Opened>
type Options = { replace?: boolean; search?: Record<string, string> }
type Entry = { depth: number; top: number }

/** A screen that is fetched when it is opened, or a moment before, as the finger comes down on its link. */
export function fetched<K extends string>(load: () => Promise<Record<K, Shown>>, name: K): Opened {
  return { load, show: lazy(async () => ({ default: (await load())[name] as Shown })) }
}

let base = ''
let routes: Routes = {}
let moved: () => void = () => undefined

const Here = createContext<At>({ path: '/', params: {}, search: {} })
export const useAt = (): At => useContext(Here)

/** Call once: where the app lives, and its screens. */
export function startRouter(under: string, all: Routes): void {
  base = under
  routes = all
}

type Routed = { other: Shown; waiting: ReactNode }

export function Router({ other, waiting }: Routed) {
  const [path, setPath] = useState(currentAddress)
  useEffect(() => {
    history.scrollRestoration = 'manual'
    // The old screen stays until the new one is there.
    moved = () => startTransition(() => setPath(currentAddress()))
    addEventListener('popstate', moved)
    return () => removeEventListener('popstate', moved)
  }, [])
  // Newer browsers answer `scrollTo` with a promise, which an effect may not return.
  useLayoutEffect(() => {
    scrollTo(0, entry().top)
  }, [path])
  const { at, opened } = match(path)
  const Show = opened?.show ?? other
  return (
    <Here value={at}>
      <Suspense fallback={waiting}>
        <Show at={at} key={at.path} />
      </Suspense>
    </Here>
  )
}

export function goTo(to: string, { replace = false, search = {} }: Options = {}): void {
  const { depth } = entry()
  history.replaceState({ depth, top: scrollY } satisfies Entry, '')
  const next: Entry = { depth: replace ? depth : depth + 1, top: 0 }
  history[replace ? 'replaceState' : 'pushState'](next, '', hrefOf(to, search))
  moved()
}

/** Where one came from; straight into a page (a link in a chat), its parent. */
export function goBack(up: string): void {
  if (entry().depth > 0) history.back()
  else goTo(up, { replace: true })
}

export const hrefOf = (to: string, search: Record<string, string> = {}): string =>
  `${base}${to}${Object.keys(search).length > 0 ? `?${new URLSearchParams(search)}` : ''}`

export const preload = (to: string): void => void match(to).opened?.load?.()

const entry = (): Entry => ({ depth: 0, top: 0, ...(history.state as Partial<Entry> | null) })

const currentAddress = (): string => (location.pathname.slice(base.length) || '/') + location.search

function match(address: string): { at: At; opened: Opened | undefined } {
  const [pathname = '/', query = ''] = address.split('?')
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  const search = Object.fromEntries(new URLSearchParams(query))
  for (const [pattern, opened] of Object.entries(routes)) {
    const params = paramsOf(pattern, path)
    if (params) return { at: { path, params, search }, opened }
  }
  return { at: { path, params: {}, search }, opened: undefined }
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    const said = given[i] ?? ''
    if (part.startsWith('$')) params[part.slice(1)] = decodeURIComponent(said)
    else if (part !== said) return undefined
  }
  return params
}

/**
 * The message catalogue. One tuple holds both languages, so a missing translation is a type error; `{name}` parameters are
 * read from the Chinese text by the type system, so a missing parameter is one too. Pure: server and screens share it.
 */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

type Text = readonly [zh: string, en: string]
type Params<T extends string> = T extends `${string}{${infer P}}${infer Rest}` ? P | Params<Rest> : never
type Args<T extends Text> = [Params<T[0]>] extends [never] ? [] : [Record<Params<T[0]>, string | number>]
export type Messages<T extends Record<string, Text>> = { [K in keyof T]: (...args: Args<T[K]>) => string }

let current: () => Locale = () => 'zh-CN'

/** Screens and the server say once how the reader's language is found. */
export const setLocaleSource = (source: () => Locale): void => void (current = source)
export const locale = (): Locale => current()

export function defineMessages<const T extends Record<string, Text>>(texts: T): Messages<T> {
  const entries = Object.entries(texts).map(([key, text]) => [
    key,
    (params?: Record<string, string | number>) => fill(text[current() === 'en' ? 1 : 0], params),
  ])
  return Object.fromEntries(entries) as Messages<T>
}

const fill = (text: string, params?: Record<string, string | number>): string =>
  params ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)) : text

/** Data carry both names (places, duties, posts); this picks the reader's. */
export const named = (thing: { zh: string; en?: string | null }): string =>
  current() === 'en' ? thing.en || thing.zh : thing.zh

/** 'zh-CN,zh;q=0.9,en' -> the first of our languages that it asks for. */
export function localeFrom(header: string | undefined): Locale {
  for (const part of (header ?? '').split(',')) {
    const tag = part.trim().toLowerCase()
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}

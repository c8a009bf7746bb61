import { createHash } from 'node:crypto'
import type { AskContext } from '#kernel/ask.ts'
import type { OutputOf, Query } from '#kernel/contract.ts'
import { Refusal } from '#kernel/errors.ts'
import { parse } from '#kernel/pipeline.ts'
import type { z } from 'zod'
import type { Carried } from './contract.ts'

/** So much of JSON at most; with gzip a fifth to a tenth of it goes over the line, and that may be 1 MB. */
export const MOST_BYTES = 3_500_000

type Saw = Parameters<AskContext['saw']>

/**
 * Asks ordinary queries for a phone that will be without a network, each under the reach of its own permission. What a phone
 * has already is not sent again; whose data are sent is noted as a look, since the phone will show them without asking.
 */
export class Load {
  readonly entries: Carried[] = []
  readonly keep: string[] = []
  left = 0
  readonly #seen: Saw[] = []
  #bytes = 0
  readonly #ctx: AskContext
  readonly #have: ReadonlySet<string>
  constructor(ctx: AskContext, have: string) {
    this.#ctx = ctx
    this.#have = new Set(have.match(/.{8}/g))
  }

  /** Under the very input that the screen will ask with; undefined when this person may not, or there is no room. */
  async take<Q extends Query>(query: Q, input: z.input<Q['input']>): Promise<OutputOf<Q> | undefined> {
    const found = this.#ctx.platform.slices.answers.get(query.name)
    const scope = found && this.#ctx.reaches(found.permission)
    if (!found || !scope) return undefined
    const seen: Saw[] = []
    const run = found.run as (ctx: AskContext, input: unknown) => Promise<unknown>
    try {
      const inner = { ...this.#ctx, scope, saw: (...about: Saw) => void seen.push(about) }
      const answer = await run(inner, parse(query.input, input))
      return this.#put({ query: query.name, input, answer }, seen) ? (answer as OutputOf<Q>) : undefined
    } catch (error) {
      if (error instanceof Refusal) return undefined
      throw error
    }
  }

  #put(entry: Omit<Carried, 'tag'>, seen: readonly Saw[]): boolean {
    const text = JSON.stringify([entry.query, entry.input, entry.answer])
    const tag = tagOf(text)
    if (this.#have.has(tag)) return this.keep.push(tag) > 0
    if (this.#bytes + text.length > MOST_BYTES) {
      this.left++
      return false
    }
    this.#bytes += text.length
    this.entries.push({ tag, ...entry })
    this.#seen.push(...seen)
    return true
  }

  /** One look for each person and matter, however many of the answers speak of it: a phone takes them along as one. */
  noteLooks(): void {
    const looks = new Map<string, { person: string; about: NonNullable<Saw[1]>; fields: Set<string> }>()
    for (const [persons, about = {}] of this.#seen)
      for (const person of persons) {
        if (!person) continue
        const key = `${person} ${about.subject ?? ''}`
        const look = looks.get(key) ?? { person, about, fields: new Set() }
        for (const field of about.fields?.split(', ') ?? []) look.fields.add(field)
        looks.set(key, look)
      }
    for (const { person, about, fields } of looks.values())
      this.#ctx.saw([person], { ...about, fields: [...fields].join(', ') })
  }
}

const tagOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 8)

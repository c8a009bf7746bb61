import type { Grants } from './authorise.ts'
import type { Answer } from './ask.ts'
import type { FindGlass } from './glass.ts'
import type { Handler } from './pipeline.ts'
import type { Job } from './jobs.ts'
import type { Lever } from './levers.ts'
import type { Protected } from './policies.ts'
import type { Retention } from './retention.ts'
import type { Reaction } from './platform.ts'

/** What a slice gives to the house; its only registration. */
export type Slice = {
  name: string
  handlers?: Handler[]
  answers?: Answer[]
  grants: Grants
  reactions?: [event: string, react: Reaction][]
  jobs?: Job[]
  levers?: Lever<never>[]
  protects?: Protected[]
  /** Of the one slice that opens glasses. */
  findGlass?: FindGlass
  retention: Retention
  /** Folder of numbered .sql files, absent when the slice has no tables. */
  migrations?: URL
}

export type Slices = {
  all: readonly Slice[]
  handlers: Map<string, Handler>
  answers: Map<string, Answer>
  grants: Grants
  reactions: Map<string, Reaction[]>
  jobs: Job[]
  protects: Protected[]
  findGlass?: FindGlass | undefined
}

export function assemble(all: readonly Slice[]): Slices {
  const reactions = new Map<string, Reaction[]>()
  for (const [name, react] of all.flatMap((slice) => slice.reactions ?? []))
    reactions.set(name, [...(reactions.get(name) ?? []), react])
  return {
    all,
    handlers: new Map(all.flatMap((slice) => slice.handlers ?? []).map((h) => [h.contract.name, h])),
    answers: new Map(all.flatMap((slice) => slice.answers ?? []).map((a) => [a.contract.name, a])),
    grants: Object.assign({}, ...all.map((slice) => slice.grants)) as Grants,
    reactions,
    jobs: all.flatMap((slice) => slice.jobs ?? []),
    protects: all.flatMap((slice) => slice.protects ?? []),
    findGlass: all.find((slice) => slice.findGlass)?.findGlass,
  }
}

import { appendFileSync } from 'node:fs'
import type { Actor } from '#kernel/authorise.ts'

/**
 * Every read of a person is on record: whatever the answer to a question, or to a command, shows of a resident (id, full number,
 * full name) that the sender did not send himself must stand in the record under that request. The names, posts and ids of staff
 * are public to staff; their numbers are not.
 */
type Shown = { name: string; input: unknown; output: unknown; actor: Actor; request: string }
type Rows = <T extends object>(text: string) => Promise<T[]>

/** Why an answer may show an id and no look stand on the person's page. */
const EXEMPT: Record<string, string> = {
  'consents.delays': 'the page would tell what is delayed',
  'consents.glasses': 'glass broken by an office whose looks are delayed; of the others the look is noted',
}

export async function demandSeen(rows: Rows, { name, input, output, actor, request }: Shown): Promise<void> {
  if (name in EXEMPT) return
  const given = new Set(stringsIn(input))
  const shown = [...new Set(stringsIn(output))].filter((text) => !given.has(text))
  const ids = shown.filter((text) => UUID.test(text))
  const phones = shown.filter((text) => /^1\d{10}$/.test(text))
  const names = shown.filter((text) => /^[\u4e00-\u9fff·]{2,12}$/.test(text))
  if (ids.length + phones.length + names.length === 0) return
  const found = await rows<{ id: string; what: string; text: string }>(`
    select id, 'id' as what, id::text as text from people.person where id = any('{${ids.join()}}'::uuid[]) and source <> 'register'
    union all select id, 'phone', phone from people.person where phone = any('{${phones.join()}}')
    union all select id, 'name', name from people.person p where name = any('{${names.join()}}') and source <> 'register'
      and not exists (select from people.person s where s.name = p.name and s.source = 'register')`)
  const seen = await rows<{ about: string }>(
    `select about from kernel.record where request = '${request}' and about is not null`,
  )
  const known = new Set([actor.person, ...seen.map(({ about }) => about)])
  const unseen = [...Map.groupBy(found, ({ what, text }) => `${what} ${text}`)].filter(
    ([, persons]) => !persons.some(({ id }) => known.has(id)),
  )
  if (unseen.length > 0) {
    const text = `${name} (${actor.role}) shows ${unseen.map(([what]) => what).join(', ')}, and no look is on record`
    const file = process.env['UNSEEN_FILE']
    if (file) appendFileSync(file, `${text}\n`)
    else throw new Error(text)
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

import { createServer, type IncomingMessage } from 'node:http'
import postgres from 'postgres'

/**
 * The floor: what the same works cost when nothing stands between HTTP and SQL. One process, prepared statements, no
 * framework; nobody signs in, nothing is recorded, everybody sees everything, every total is counted.
 */
const { url } = JSON.parse(process.argv[2] ?? '{}') as { url: string }
const sql = postgres(url, { max: 10, onnotice: () => {} })

type Works = Record<string, (input: Record<string, string>) => Promise<unknown>>
const works: Works = {
  'POST create': (c) => sql`with made as (
      insert into floor.case (id, number, kind, class, title, description, address, channel, urgent, reporter, place, county, lon, lat, state, level, assignee, received_at, changed_at)
      values (${c['id'] ?? ''}, ${c['number'] ?? ''}, ${c['kind'] ?? ''}, ${(c['kind'] ?? '').slice(0, 2)}, ${c['title'] ?? ''}, ${c['description'] ?? ''}, null, 'field', false, null,
        ${c['place'] ?? ''}, ${(c['place'] ?? '').slice(0, 6)}, 118.87, 28.94, 'assigned', 'grid', ${c['person'] ?? null}, now(), now()) returning id)
    insert into floor.step (case_id, no, at, action, state, by_person) select id, 1, now(), 'report', 'assigned', ${c['person'] ?? null}::uuid from made returning case_id`,
  'GET list': (c) => newest(c['county'] ?? '', true),
  'GET closed': (c) => newest(c['county'] ?? '', false),
  'GET one': async (c) => {
    const [[found], steps] = await Promise.all([
      sql`select * from floor.case where id = ${c['id'] ?? ''}`,
      sql`select * from floor.step where case_id = ${c['id'] ?? ''} order by no`,
    ])
    return { ...found, steps }
  },
  'POST move': (c) => sql`with moved as (
      update floor.case set state = 'handling', changed_at = now() where id = ${c['id'] ?? ''} returning id)
    insert into floor.step (case_id, no, at, action, state, by_person, note)
    select id, (select max(no) + 1 from floor.step where case_id = ${c['id'] ?? ''}), now(), 'accept', 'handling', ${c['person'] ?? null}::uuid, '' from moved returning case_id, no`,
  'POST answer': (c) =>
    sql`update bare.recipient set acked_at = now() where "order" = ${c['order'] ?? ''} and who = ${c['who'] ?? ''}`,
  'GET figures': () => sql`select county, state, kind, count(*) from floor.case group by 1, 2, 3`,
}

async function newest(county: string, open: boolean): Promise<unknown> {
  const where = open ? sql`county = ${county} and closed_at is null` : sql`county = ${county} and closed_at is not null`
  const [rows, [counted]] = await Promise.all([
    sql`select id, number, kind, title, channel, urgent, place, lon, lat, state, level, assignee, received_at from floor.case where ${where} order by received_at desc limit 50`,
    sql`select count(*) from floor.case where ${where}`,
  ])
  return { rows, total: Number(counted?.['count']) }
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor')
  const work = works[`${request.method} ${pathname.slice(1)}`]
  inputOf(request, searchParams)
    .then((input) => work?.(input))
    .then(
      (result) => {
        const body = JSON.stringify(result)
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
          .end(body)
      },
      (error: unknown) => {
        const body = String(error)
        response.writeHead(500, { 'content-length': Buffer.byteLength(body) }).end(body)
      },
    )
})

async function inputOf(request: IncomingMessage, query: URLSearchParams): Promise<Record<string, string>> {
  if (request.method === 'GET') return Object.fromEntries(query)
  let text = ''
  for await (const part of request.setEncoding('utf8')) text += String(part)
  return JSON.parse(text) as Record<string, string>
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` })
})
process.on('SIGTERM', () => void sql.end({ timeout: 2 }).then(() => process.exit(0)))

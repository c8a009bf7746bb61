import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Cluster } from './cluster.ts'
import { writeWhole } from './folder.ts'
import { EmbeddedRefusal } from './messages.ts'

/** The database and the role that owns it; no superuser, as on a server somebody else runs. */
const NAME = 'openpalm'

/**
 * May create databases and roles, and is above row-level security as the owner of the data. What needs a superuser fails here
 * as it would with a DATABASE_URL from a database department.
 */
const RIGHTS = 'login createdb createrole bypassrls'

export const addressOf = (port: number, password: string): string =>
  `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}`

/** Makes the role and the database unless they are there; returns the version of the server. */
export async function ensureDatabase({ folder }: Cluster, port: number, password: string): Promise<string> {
  const sql = connect(port, password)
  try {
    const [is] = await sql<{ version: string; role: boolean; database: boolean }[]>`
      select current_setting('server_version') as version,
        exists (select from pg_roles where rolname = ${NAME}) as role,
        exists (select from pg_database where datname = ${NAME}) as database`
    if (!is?.role) await sql.unsafe(`create role ${NAME} ${RIGHTS} password '${password}'`)
    if (!is?.database) await sql.unsafe(`create database ${NAME} owner ${NAME}`)
    return is?.version ?? ''
  } catch (error) {
    if (isWrongPassword(error)) throw new EmbeddedRefusal('passwordWrong', { file: join(folder, 'password') })
    throw error
  } finally {
    await sql.end({ timeout: 5 })
  }
}

export type Answer = 'yes' | 'not yet' | 'wrong password' | 'other server'

/** Whether the server on that port has this very cluster open. */
export async function serves(cluster: Cluster, port: number, password: string): Promise<Answer> {
  const name = `openpalm.${randomBytes(6).toString('hex')}`
  const secret = randomBytes(16).toString('hex')
  const file = join(cluster.path, name)
  const sql = connect(port, password)
  try {
    await writeWhole(file, secret, cluster.as)
    const [read] = await sql<{ text: string | null }[]>`select pg_read_file(${name}, true) as text`
    return read?.text === secret ? 'yes' : 'other server'
  } catch (error) {
    return isWrongPassword(error) ? 'wrong password' : 'not yet'
  } finally {
    await sql.end({ timeout: 5 })
    await rm(file, { force: true })
  }
}

const isWrongPassword = (error: unknown): boolean =>
  ['28P01', '28000'].includes((error as { code?: string }).code ?? '')

const connect = (port: number, password: string): postgres.Sql =>
  postgres({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    ssl: false,
    onnotice: () => {},
  })

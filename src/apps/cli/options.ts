import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'

export type Options = {
  port: number
  host: string
  data: string
  demo: boolean
  databaseUrl: string | undefined
  cases: number
  build: boolean
}

const HOME = fileURLToPath(new URL('../../../data/', import.meta.url))

/** Flags first, then the environment; a wrong one is told with what is allowed. */
export function readOptions(argv: string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      empty: { type: 'boolean', default: false },
      cases: { type: 'string' },
      'no-build': { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port ?? env['PORT'] ?? 8080)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error('--port takes a number from 1 to 65535')
  const cases = Number(values.cases ?? 20_000)
  if (!Number.isInteger(cases) || cases < 0) throw new Error('--cases takes a whole number')
  return {
    port,
    host: values.host ?? env['HOST'] ?? '127.0.0.1',
    data: values.data ?? env['OPENPALM_DATA'] ?? HOME,
    demo: !values.empty,
    databaseUrl: env['DATABASE_URL'] || undefined,
    cases,
    build: !values['no-build'],
  }
}

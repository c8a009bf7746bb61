export type Settings = Record<string, string | number | boolean>

/** For a machine of 2 cores and 4 GB that also runs the server of OpenPalm. A larger one: `settings`, or `alter system`. */
const SIZES: Settings = {
  max_connections: 100,
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: 1.1,
  jit: false,
  max_parallel_workers_per_gather: 2,
  max_parallel_workers: 2,
}

/** What was acknowledged is on the disk. */
const DURABLE: Settings = { fsync: true, synchronous_commit: true, full_page_writes: true }

/**
 * One file a weekday, so seven at most. Statements that fail are the caller's to log: their messages quote values, and those
 * can be personal data. `log` is the level above `error`; starts, stops, refused passwords and crashes are kept.
 */
const LOGGING: Settings = {
  logging_collector: true,
  log_directory: 'log',
  log_filename: '%a.log',
  log_truncate_on_rotation: true,
  log_rotation_age: '1d',
  log_rotation_size: 0,
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: false,
}

const HERE: Settings = {
  cluster_name: 'openpalm',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  default_text_search_config: 'pg_catalog.simple',
  // a role that the owner creates is one the owner may act as, as it is for a superuser
  createrole_self_grant: 'set, inherit',
}

/** The whole postgresql.conf, written anew at each start; loopback only and no socket files, whatever `settings` say. */
export function configuration(port: number, settings: Settings): string {
  const fixed: Settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '' }
  const all = { ...SIZES, ...DURABLE, ...LOGGING, ...HERE, ...settings, ...fixed }
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${quoted(value)}`)
  return ['# Written by OpenPalm at each start; use "alter system" for settings of your own.', ...lines, ''].join('\n')
}

const quoted = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'on' : 'off') : `'${String(value).replaceAll("'", "''")}'`

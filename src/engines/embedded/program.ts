import { spawn } from 'node:child_process'

/** The user a program runs as; undefined is the user we are. */
export type RunsAs = { uid: number; gid: number } | undefined
export type Ran = { ok: boolean; output: string }
type How = { cwd: string; as: RunsAs; seconds: number; silent?: boolean }

/**
 * Runs a program to its end and never throws: a program that cannot be spawned is one that failed. `cwd` is entered before
 * the user changes, so it may be a folder that only root can reach. `silent` is for a program that leaves a server behind,
 * which on Windows would keep our pipes open.
 */
export function run(program: string, args: string[], { cwd, as, seconds, silent }: How): Promise<Ran> {
  return new Promise((settle) => {
    const output = silent ? ('ignore' as const) : ('pipe' as const)
    const child = spawn(program, args, {
      cwd,
      ...as,
      env: environment(),
      stdio: ['ignore', output, output],
      timeout: seconds * 1000,
      windowsHide: true,
    })
    let said = ''
    const hear = (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-4000))
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('error', (error) => settle({ ok: false, output: error.message }))
    child.on('close', (code, signal) => settle({ ok: code === 0, output: signal ? `${said}\n${signal}` : said }))
  })
}

const PASSED_ON = ['PATH', 'LD_LIBRARY_PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir', 'ComSpec', 'SystemDrive']

/** The database is another user's process: it gets none of our secrets, and neither PGDATA nor a locale of ours leads it astray. */
function environment(): NodeJS.ProcessEnv {
  const kept = PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' } as NodeJS.ProcessEnv
}

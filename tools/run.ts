import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { PROJECT } from './gates/tree.ts'

/** Runs one of the project's programs in the open and says whether it ended well. */
export function run(program: string, args: readonly string[], more: Record<string, string> = {}): Promise<boolean> {
  const path = `${join(PROJECT, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`
  const child = spawn(program, args, { cwd: PROJECT, stdio: 'inherit', env: { ...process.env, PATH: path, ...more } })
  return new Promise((done, refuse) => {
    child.on('error', refuse)
    child.on('exit', (code) => done(code === 0))
  })
}

import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Chain, Load, Loaded } from './generator.ts'

export type { Chain }

/** A child process of ours that answers messages; it ends with us. */
export type Child = { pid: number; process: ChildProcess; stop: () => Promise<void> }

export function start(file: string, args: readonly string[] = [], execArgv: string[] = []): Child {
  const child = fork(fileURLToPath(new URL(`../${file}`, import.meta.url)), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv,
    serialization: 'advanced',
  })
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await gone
  }
  return { pid: child.pid ?? 0, process: child, stop }
}

/** The next message of a child; its death is an error. */
export function answerOf<T>(child: Child): Promise<T> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null): void => reject(new Error(`a process of the bench ended with ${code}`))
    child.process.once('exit', died)
    child.process.once('message', (message) => {
      child.process.off('exit', died)
      resolve(message as T)
    })
  })
}

export type Generator = { run: (load: Load) => Promise<Loaded>; stop: () => Promise<void> }

export function startGenerator(): Generator {
  const child = start('load/generator.ts')
  return {
    async run(load) {
      child.process.send(load)
      const done = await answerOf<Loaded>(child)
      if (done.refused.length > 0)
        throw new Error(`${done.refused.length} requests were refused, the first: ${done.refused[0]}`)
      return done
    },
    stop: child.stop,
  }
}

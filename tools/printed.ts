import { join } from 'node:path'
import { type Gate, read, tool } from './gates/tree.ts'

/** Documents that code can print. Each is printed anew and must equal what is committed: hand-kept tables rot. */
type Printed = { file: string; command: readonly [program: string, ...args: string[]] }

const openpalm = (command: string): Printed['command'] => ['node', 'src/apps/cli/main.ts', command]

export const PRINTED: readonly Printed[] = [
  { file: 'docs/who-can.md', command: openpalm('who-can') },
  { file: 'docs/machines.md', command: openpalm('machines') },
  { file: 'docs/policies.md', command: ['node', 'tools/policies.ts'] },
]

export const printed =
  (list: readonly Printed[] = PRINTED): Gate =>
  async (root) => {
    const faults: string[] = []
    for (const { file, command } of list) {
      const [program, ...args] = command
      const { failed, text } = await tool(root, program, args)
      const kept = read(root, join(file))
      if (failed) faults.push(`${file}:1: ${command.join(' ')} failed: ${text.trim().slice(-500)}`)
      else if (text.trim() !== kept.trim())
        faults.push(`${file}:1: is not what is printed by: ${command.join(' ')} > ${file}`)
    }
    return { looked: list.length, faults }
  }

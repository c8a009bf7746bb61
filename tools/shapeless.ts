import type { Plugin } from 'vite'

type Node = { type: string; start: number; end: number; [part: string]: unknown }

/**
 * Contracts carry shapes that only the server checks; a screen needs their names. On a phone shapes and shape library would
 * be a quarter of the first load, so there `command('cases.report', { input: … })` is built as `command('cases.report')`, and
 * what is left of the library is one thing that answers every call with itself.
 */
export const shapeless = (): Plugin => ({
  name: 'shapeless',
  resolveId: { order: 'pre', handler: (id) => (id === 'zod' ? SHAPELESS : undefined) },
  load: (id) => (id === SHAPELESS ? SOURCE : undefined),
  transform: {
    order: 'post',
    filter: { id: /\/modules\/[^/]+\/contract(-\w+)?\.ts$/ },
    handler(code) {
      return { code: without(code, cutsOf(this.parse(code) as unknown as Node)), map: null }
    },
  },
})

const SHAPELESS = '\0shapeless'
const SOURCE = 'export const z = /* @__PURE__ */ new Proxy(() => z, { get: () => z })'
/** `act` is how cases says `command` for its many alike. */
const NAMED = new Set(['command', 'query', 'event', 'act'])
type Cut = { from: number; to: number; put: string }

/** A named contract keeps its name alone; any other constant that a call makes is a shape. Functions stay as they are. */
function cutsOf(program: Node): Cut[] {
  return constantsOf(program).flatMap((made): Cut[] => {
    const call = made.type === 'ArrowFunctionExpression' ? (made['body'] as Node) : made
    if (call.type !== 'CallExpression') return []
    if (!NAMED.has(String((call['callee'] as Node)['name'])))
      return call === made ? [{ from: call.start, to: call.end, put: 'z' }] : []
    const [name, ...rest] = call['arguments'] as Node[]
    const last = rest.at(-1)
    if (!name || !last) return []
    // Unless a screen asks for it, the name goes too.
    return [
      { from: call.start, to: call.start, put: '/* @__PURE__ */ ' },
      { from: name.end, to: last.end, put: isSealed(last) ? ', { sealed: true }' : '' },
    ]
  })
}

const isSealed = ({ properties }: Node): boolean =>
  ((properties ?? []) as Node[]).some((one) => (one['key'] as Node | undefined)?.['name'] === 'sealed')

/** What the constants of a file are made by, exported or not. */
const constantsOf = (program: Node): Node[] =>
  (program['body'] as Node[])
    .map((line) => (line.type === 'ExportNamedDeclaration' ? (line['declaration'] as Node | null) : line))
    .flatMap((line) => (line?.type === 'VariableDeclaration' ? (line['declarations'] as { init: Node | null }[]) : []))
    .flatMap(({ init }) => init ?? [])

const without = (code: string, cuts: Cut[]): string =>
  cuts
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, put }) => text.slice(0, from) + put + text.slice(to), code)

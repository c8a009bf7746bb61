import { type Reply, type Request, Wire } from './wire.ts'

/**
 * The load, in a process of its own so that its CPU time is not the server's. Each connection takes the next chain and sends
 * its requests one after the other; `{number}` in a path is the number that the chain's first answer gave.
 */
export type Chain = Request[]
export type Load = { origin: string; connections: number; chains: Chain[] }
export type Loaded = {
  walls: number[][]
  /** of whole chains */ lives: number[]
  seconds: number
  refused: string[]
  bytes: number
}

async function drive({ origin, connections, chains }: Load): Promise<Loaded> {
  const wires = await Promise.all(Array.from({ length: Math.min(connections, chains.length) }, () => Wire.open(origin)))
  const done: Loaded = { walls: [], lives: [], seconds: 0, refused: [], bytes: 0 }
  let next = 0
  const began = performance.now()
  await Promise.all(
    wires.map(async (wire) => {
      for (let chain = chains[next++]; chain; chain = chains[next++]) await follow(wire, chain, done)
      wire.close()
    }),
  )
  done.seconds = (performance.now() - began) / 1000
  return done
}

async function follow(wire: Wire, chain: Chain, done: Loaded): Promise<void> {
  let number = ''
  const born = performance.now()
  for (const [stage, request] of chain.entries()) {
    const began = performance.now()
    const reply = await wire.send({ ...request, path: request.path.replace('{number}', number) })
    ;(done.walls[stage] ??= []).push(performance.now() - began)
    done.bytes += reply.body.length
    if (reply.status !== 200) return void done.refused.push(told(request, reply))
    if (stage === 0 && chain.length > 1) number = /"number":"(\d+)"/.exec(reply.body)?.[1] ?? ''
  }
  done.lives.push(performance.now() - born)
}

const told = (request: Request, reply: Reply): string =>
  `${request.method} ${request.path}: ${reply.status} ${reply.body.slice(0, 300)}`

async function answer(load: Load): Promise<void> {
  try {
    const done = await drive(load)
    process.send?.(done)
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}

process.on('message', (load: Load) => void answer(load))

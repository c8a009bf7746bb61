import { type Gate, linesWith, read } from './tree.ts'

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
type Manifest = Partial<Record<(typeof KINDS)[number], Record<string, string>>>
type Locked = { version?: string; integrity?: string; optionalDependencies?: Record<string, string> }
type Lock = { packages: Record<string, Locked> }

/** Exact versions, and a lock that is whole and does not remember from which registry it came. */
export const packages: Gate = (root) => {
  const manifest = JSON.parse(read(root, 'package.json')) as Manifest
  const asked = KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {}))
  const loose = asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  const lock = read(root, 'package-lock.json')
  const locked = Object.entries((JSON.parse(lock) as Lock).packages).filter(([path]) => path !== '')
  const hollow = locked.filter(([, entry]) => !entry.version || !entry.integrity)
  // npm leaves out an optional build for another platform that it cannot have, and `npm ci` then refuses everywhere.
  const wanted = locked.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}))
  const absent = wanted.filter((name) => !locked.some(([path]) => path.endsWith(`node_modules/${name}`)))
  return {
    looked: asked.length + locked.length,
    faults: [
      ...loose.map(([name, version]) => `package.json:1: ${name} is "${version}", not one exact version`),
      ...hollow.map(([path]) => `package-lock.json:1: ${path} has no version or no checksum`),
      ...absent.map((name) => `package-lock.json:1: ${name} is asked for and left out`),
      ...linesWith(lock, /"resolved":\s*"https?:/).map((line) => `package-lock.json:${line}: names a registry`),
    ],
  }
}

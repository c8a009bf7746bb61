import { type Gate, linesWith, read } from './tree.ts'

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
type Manifest = Partial<Record<(typeof KINDS)[number], Record<string, string>>>

/** Exact versions, and a lock that does not remember from which registry it came. */
export const packages: Gate = (root) => {
  const manifest = JSON.parse(read(root, 'package.json')) as Manifest
  const asked = KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {}))
  const loose = asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  return {
    looked: asked.length,
    faults: [
      ...loose.map(([name, version]) => `package.json:1: ${name} is "${version}", not one exact version`),
      ...linesWith(read(root, 'package-lock.json'), /"resolved":\s*"https?:/).map(
        (line) => `package-lock.json:${line}: names a registry`,
      ),
    ],
  }
}

import { refuse } from '#kernel/errors.ts'

/** A small file may unpack to gigabytes: what it says of itself is added up before anything is unpacked. */
const LARGEST_UNPACKED = 200 * 1024 * 1024
const END = 0x06054b50
const ENTRY = 0x02014b50

export function checkZip(bytes: Buffer): void {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) refuse('unsupported_file', { why: 'damaged' })
    total += bytes.readUInt32LE(at + 24)
    if (total > LARGEST_UNPACKED) refuse('too_large', { why: 'unpacked' })
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--)
    if (bytes.readUInt32LE(at) === END) return at
  return refuse('unsupported_file', { why: 'damaged' })
}

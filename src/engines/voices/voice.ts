import { createHash } from 'node:crypto'
import { refuse } from '#kernel/errors.ts'

/**
 * Recordings as they may be kept: what a phone's recorder makes, recognised by its content and not by what the sender calls
 * it, and no longer than a talk at a door. They are kept as they came: nothing here decodes sound.
 */
export type Voice = { key: string; type: string; bytes: Buffer }
/** About ten minutes of speech as phones record it. */
export const LARGEST_BYTES = 4 * 1024 * 1024

const at = (raw: Buffer, from: number, text: string): boolean =>
  raw.subarray(from, from + text.length).toString('latin1') === text

/** WebM is EBML with a doc type near its beginning; a Matroska film is EBML too, hence the second look. */
function kindOf(raw: Buffer): { type: string; ending: string } | undefined {
  const head = raw.subarray(0, 64).toString('latin1')
  if (raw.readUInt32BE(0) === 0x1a45dfa3 && head.includes('webm')) return { type: 'audio/webm', ending: 'webm' }
  if (at(raw, 0, 'OggS')) return { type: 'audio/ogg', ending: 'ogg' }
  if (at(raw, 4, 'ftyp') && /^(M4A |mp42|mp41|isom|iso5|dash)$/.test(raw.subarray(8, 12).toString('latin1')))
    return { type: 'audio/mp4', ending: 'm4a' }
  if (at(raw, 0, 'RIFF') && at(raw, 8, 'WAVE')) return { type: 'audio/wav', ending: 'wav' }
  return undefined
}

const SHORTEST_BYTES = 64
/** By its content: on its way through a phone's store a recording may lose what it was called. */
export const isVoice = (raw: Buffer): boolean => raw.length >= SHORTEST_BYTES && kindOf(raw) !== undefined

export function takeVoice(raw: Buffer): Voice {
  if (raw.length > LARGEST_BYTES) refuse('too_large')
  const kind = isVoice(raw) ? kindOf(raw) : undefined
  if (!kind) return refuse('unsupported_file')
  return { key: `${createHash('sha256').update(raw).digest('hex')}.${kind.ending}`, type: kind.type, bytes: raw }
}

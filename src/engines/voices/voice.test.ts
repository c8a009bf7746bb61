import { expect, it } from 'vitest'
import { LARGEST_BYTES, takeVoice } from './voice.ts'

const recording = (head: Buffer | string, length = 400): Buffer =>
  Buffer.concat([Buffer.from(head as string, 'latin1'), Buffer.alloc(length)])
const EBML = '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82'

it.each([
  [`${EBML}\x84webm`, 'audio/webm'],
  ['OggS\x00\x02', 'audio/ogg'],
  ['\x00\x00\x00\x1cftypM4A ', 'audio/mp4'],
  ['RIFF\x00\x00\x00\x00WAVEfmt ', 'audio/wav'],
])('keeps %j as %s', (head, type) => expect(takeVoice(recording(head))).toMatchObject({ type, bytes: recording(head) }))

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a few bytes', Buffer.from('OggS')],
  ['a page', recording('<html><script>alert(1)</script>')],
  ['a picture', recording('\xff\xd8\xff\xe0')],
  ['a film', recording(`${EBML}\x88matroska`)],
  ['a program', recording('MZ\x90\x00')],
])('refuses %s, whatever it is called', (_what, raw) =>
  expect(() => takeVoice(raw)).toThrow(expect.objectContaining({ code: 'unsupported_file' }) as Error),
)

it('refuses what is longer than a talk at a door', () =>
  expect(() => takeVoice(recording('OggS', LARGEST_BYTES))).toThrow(
    expect.objectContaining({ code: 'too_large' }) as Error,
  ))

it('keeps one recording once: its name is its content', () =>
  expect(takeVoice(recording('OggS')).key).toBe(takeVoice(recording('OggS')).key))

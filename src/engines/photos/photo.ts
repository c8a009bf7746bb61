import { createHash } from 'node:crypto'
import exifr from 'exifr'
import sharp from 'sharp'
import { refuse } from '#kernel/errors.ts'

/**
 * Photos as they may be kept: recognised by their content, turned upright, at most 1600 px, re-encoded as JPEG, which drops
 * everything else they carry (position, camera, maker's notes). The position is read out first only where the sender agreed.
 */
export type Photo = {
  key: string
  bytes: Buffer
  thumbKey: string
  thumb: Buffer
  width: number
  height: number
  lon: number | null
  lat: number | null
}

const KINDS = ['jpeg', 'png', 'webp', 'heif', 'gif']
const LARGEST_PX = 60_000_000
const SIDE = 1600
const THUMB_SIDE = 360
export const LARGEST_BYTES = 15 * 1024 * 1024

export async function takePhoto(raw: Buffer, options: { keepPosition: boolean }): Promise<Photo> {
  if (raw.length === 0) refuse('unsupported_file')
  const kind = await sharp(raw, { limitInputPixels: LARGEST_PX })
    .metadata()
    .catch(() => undefined)
  if (!kind?.format || !KINDS.includes(kind.format)) refuse('unsupported_file')
  const position = options.keepPosition ? await positionOf(raw) : undefined
  const upright = sharp(raw, { limitInputPixels: LARGEST_PX, failOn: 'truncated' }).rotate()
  const { data: bytes, info } = await upright
    .clone()
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
    .catch(() => refuse('unsupported_file'))
  const thumb = await sharp(bytes).resize(THUMB_SIDE, THUMB_SIDE, { fit: 'cover' }).jpeg({ quality: 72 }).toBuffer()
  return {
    key: keyOf(bytes),
    bytes,
    thumbKey: keyOf(thumb),
    thumb,
    width: info.width,
    height: info.height,
    lon: position?.longitude ?? null,
    lat: position?.latitude ?? null,
  }
}

const positionOf = (raw: Buffer): Promise<{ latitude: number; longitude: number } | undefined> =>
  exifr.gps(raw).catch(() => undefined)

/** By content, so that the same photo is kept once. */
const keyOf = (bytes: Buffer): string => `${createHash('sha256').update(bytes).digest('hex')}.jpg`

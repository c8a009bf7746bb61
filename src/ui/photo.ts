/** Longest edge of a photo that leaves the phone: enough to read a meter or a plate, a seventh of the bytes. */
const EDGE = 1600
/** Longest edge of the picture on a tile, small enough to be kept in a draft. */
const TILE = 240
const QUALITY = 0.82

/** A photo made ready to be sent, and a small one to look at. Both are drawn anew, so no position is left inside. */
export type Ready = { data: string; preview: string }

/** Undefined when the browser cannot read it as a picture. */
export async function prepare(photo: Blob): Promise<Ready | undefined> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return undefined
  const ready = { data: drawn(picture, EDGE), preview: drawn(picture, TILE) }
  picture.close()
  return ready
}

function drawn(picture: ImageBitmap, edge: number): string {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', QUALITY)
}

/** The bytes of a data URL; `fetch` would need the content security policy to allow it. */
export function blobOf(dataUrl: string): Blob {
  const [head = '', body = ''] = dataUrl.split(',')
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
  return new Blob([bytes], { type: /:(.*?);/.exec(head)?.[1] ?? 'image/jpeg' })
}

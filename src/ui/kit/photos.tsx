import Camera from 'lucide-react/icons/camera'
import CloudUpload from 'lucide-react/icons/cloud-upload'
import RotateCw from 'lucide-react/icons/rotate-cw'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { CallError, newId, upload } from '../call.ts'
import { said } from '../messages.ts'
import { blobOf, prepare } from '../photo.ts'
import { sentenceFor } from './answer.tsx'
import { useFile } from './secret-file.ts'
import { Sheet } from './sheet.tsx'

/** A photo of a draft. `data` is held while it is not on the server yet; both are data URLs. */
export type Photo = {
  id: string
  state: 'sending' | 'sent' | 'waiting' | 'failed'
  preview: string
  data: string | null
}

type Picked = {
  photos: readonly Photo[]
  onPhotos: (change: (was: readonly Photo[]) => readonly Photo[]) => void
  most?: number
  hint?: string
}

/** Takes photos, makes them small and sends them while the reader goes on. */
export function PhotoPicker({ photos, onPhotos, most = 9, hint = said.photoPrivate() }: Picked) {
  const [error, setError] = useState<Error | null>(null)
  // Only replaces: a photo that was dropped while on its way does not come back.
  const put = (photo: Photo) => onPhotos((was) => was.map((one) => (one.id === photo.id ? photo : one)))
  async function send(photo: Photo) {
    if (!photo.data) return
    put({ ...photo, state: 'sending' })
    setError(null)
    try {
      await upload(blobOf(photo.data), { id: photo.id })
      put({ ...photo, state: 'sent', data: null })
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      const later = problem.code === 'offline' || problem.code === 'unavailable'
      if (!later) setError(problem)
      put({ ...photo, state: later ? 'waiting' : 'failed' })
    }
  }
  async function take(files: readonly File[]) {
    for (const file of files.slice(0, most - photos.length)) {
      const ready = await prepare(file)
      if (!ready) {
        setError(new CallError('unsupported_file'))
        continue
      }
      const photo: Photo = { id: newId(), state: 'sending', ...ready }
      onPhotos((was) => [...was, photo])
      await send(photo)
    }
  }
  return (
    <div className="photos">
      <ul>
        {photos.map((photo, at) => (
          <Tile
            key={photo.id}
            photo={photo}
            no={at + 1}
            onRetry={() => void send(photo)}
            onDrop={() => onPhotos((was) => was.filter(({ id }) => id !== photo.id))}
          />
        ))}
        {photos.length < most && (
          <li>
            <label className="photo-add">
              <Camera aria-hidden />
              <span>{said.photoAdd()}</span>
              <input
                type="file"
                accept="image/*"
                multiple
                onChange={(event) => {
                  void take([...(event.target.files ?? [])])
                  event.target.value = ''
                }}
              />
            </label>
          </li>
        )}
      </ul>
      <p className="quiet">{hint}</p>
      <p className="field-error" aria-live="polite">
        {error && sentenceFor(error)}
      </p>
    </div>
  )
}

function Tile({ photo, no, onRetry, onDrop }: { photo: Photo; no: number; onRetry: () => void; onDrop: () => void }) {
  return (
    <li className="photo">
      <img src={photo.preview} alt={said.photoNo({ no })} />
      {photo.state === 'sending' && <span className="photo-veil" role="status" aria-label={said.photoSending()} />}
      {photo.state === 'waiting' && (
        <span className="photo-mark" role="img" aria-label={said.photoWaiting({ no })}>
          <CloudUpload aria-hidden />
        </span>
      )}
      {photo.state === 'failed' && (
        <button type="button" className="photo-mark" aria-label={said.photoFailed({ no })} onClick={onRetry}>
          <RotateCw aria-hidden />
        </button>
      )}
      <button type="button" className="photo-drop" aria-label={said.photoDrop({ no })} onClick={onDrop}>
        <X aria-hidden />
      </button>
    </li>
  )
}

type Shown = { id: string; url: string; thumb: string }

/** Photos of a case; each opens in full. Without an account the secret opens them, which stands in no address. */
export const PhotoStrip = ({ files, secret }: { files: readonly Shown[]; secret?: string | undefined }) => (
  <ul className="strip">
    {files.map((file, at) => (
      <li key={file.id}>
        {secret ? <BySecret file={file} secret={secret} no={at + 1} /> : <Open file={file} no={at + 1} />}
      </li>
    ))}
  </ul>
)

const Open = ({ file, no }: { file: Shown; no: number }) => (
  <a href={file.url} target="_blank" rel="noreferrer" aria-label={said.photoNo({ no })}>
    <img src={file.thumb} alt="" loading="lazy" />
  </a>
)

function BySecret({ file, secret, no }: { file: Shown; secret: string; no: number }) {
  const [open, setOpen] = useState(false)
  const thumb = useFile(file.thumb, secret)
  return (
    <>
      <button type="button" aria-label={said.photoNo({ no })} onClick={() => setOpen(true)}>
        <img src={thumb} alt="" />
      </button>
      {open && (
        <Sheet title={said.photoNo({ no })} onClose={() => setOpen(false)}>
          <Full file={file} secret={secret} no={no} />
        </Sheet>
      )}
    </>
  )
}

const Full = ({ file, secret, no }: { file: Shown; secret: string; no: number }) => (
  <img className="photo-full" src={useFile(file.url, secret)} alt={said.photoNo({ no })} />
)

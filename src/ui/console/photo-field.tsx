import ImagePlus from 'lucide-react/icons/image-plus'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { CallError, upload } from '#ui/call.ts'
import { said } from '#ui/messages.ts'
import { blobOf, prepare } from '#ui/photo.ts'
import { consoleTexts as t, refusalText } from './messages.ts'

type PhotoFieldProps = { value?: readonly string[]; onChange?: (ids: string[]) => void; most?: number; id?: string }

/** Photos of a form: made small here, sent at once, kept as ids. */
export function PhotoField({ value = [], onChange, most = 9, id }: PhotoFieldProps) {
  const [previews, setPreviews] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  async function take(files: readonly File[]): Promise<void> {
    setBusy(true)
    setError(null)
    let ids = [...value]
    try {
      for (const file of files.slice(0, most - ids.length)) {
        const ready = await prepare(file)
        if (!ready) throw new CallError('unsupported_file')
        const sent = await upload(blobOf(ready.data))
        ids = [...ids, sent.id]
        setPreviews((was) => ({ ...was, [sent.id]: ready.preview }))
        onChange?.(ids)
      }
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="photo-field">
      {value.map((photo, at) => (
        <span key={photo}>
          <img src={previews[photo] ?? `/api/files/${photo}/thumb`} alt={said.photoNo({ no: at + 1 })} />
          <button
            type="button"
            aria-label={said.photoDrop({ no: at + 1 })}
            onClick={() => onChange?.(value.filter((each) => each !== photo))}
          >
            <X size={14} aria-hidden />
          </button>
        </span>
      ))}
      {value.length < most && (
        <label className="quiet" aria-busy={busy}>
          <ImagePlus size={16} aria-hidden />
          {busy ? said.photoSending() : t.addPhoto()}
          <input
            {...(id ? { id } : {})}
            type="file"
            accept="image/*"
            multiple
            className="unseen"
            onChange={(event) => {
              void take([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </label>
      )}
      {error && <p role="alert">{refusalText(error)}</p>}
    </div>
  )
}

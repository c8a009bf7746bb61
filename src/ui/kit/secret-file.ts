import { useEffect, useState } from 'react'
import { fileBySecret } from '../call.ts'

/** The address of a file for an element to show; with a secret, of what was fetched by it. Undefined: not there yet. */
export function useFile(url: string, secret: string | undefined): string | undefined {
  const [held, setHeld] = useState<string>()
  useEffect(() => {
    if (secret === undefined) return
    let made: string | undefined
    let left = false
    fileBySecret(url, secret).then(
      (blob) => {
        if (left) return
        made = URL.createObjectURL(blob)
        setHeld(made)
      },
      () => undefined,
    )
    return () => {
      left = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [url, secret])
  return secret === undefined ? url : held
}

import Mic from 'lucide-react/icons/mic'
import Square from 'lucide-react/icons/square'
import { useEffect, useRef, useState } from 'react'
import { newId } from '#ui/call.ts'
import { Button } from '#ui/kit/button.tsx'
import { Player } from '../parts/player.tsx'
import type { DraftNote } from './draft.ts'
import { flowTexts as t } from './messages.ts'

type Voice = NonNullable<DraftNote['voice']>
/** As long as the server takes. */
const LONGEST_S = 600
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

/** Speech at a low rate: ten minutes stay under the limit. */
export function Recorder({ voice, onVoice }: { voice: Voice | null; onVoice: (voice: Voice | null) => void }) {
  const running = useRef<MediaRecorder | null>(null)
  const [since, setSince] = useState<number | null>(null)
  const [seconds, setSeconds] = useState(0)
  const [impossible, setImpossible] = useState(false)
  useEffect(() => {
    if (since === null) return
    const timer = setInterval(() => {
      const gone = Math.round((performance.now() - since) / 1000)
      setSeconds(gone)
      if (gone >= LONGEST_S) running.current?.stop()
    }, 500)
    return () => clearInterval(timer)
  }, [since])
  // Leaving the screen ends it, and the microphone with it.
  useEffect(() => () => running.current?.stream.getTracks().forEach((track) => track.stop()), [])

  async function start() {
    const stream = await listen()
    if (!stream) return setImpossible(true)
    const begun = performance.now()
    running.current = recordFrom(stream, (data) => {
      setSince(null)
      onVoice({ id: newId(), seconds: Math.min(LONGEST_S, Math.round((performance.now() - begun) / 1000)), data })
    })
    setSeconds(0)
    setSince(begun)
  }
  if (voice)
    return (
      <div className="visit-note">
        <Player src={voice.data} seconds={voice.seconds} />
        <Button look="plain" onClick={() => onVoice(null)}>
          {t.dropVoice()}
        </Button>
      </div>
    )
  if (impossible) return <p className="quiet">{t.recordNo()}</p>
  return since === null ? (
    <div>
      <Button look="soft" onClick={() => void start()}>
        <Mic aria-hidden />
        {t.record()}
      </Button>
      <p className="quiet">{t.askFirst()}</p>
    </div>
  ) : (
    <div className="record-on">
      <Button look="danger" onClick={() => running.current?.stop()}>
        <Square aria-hidden />
        {t.recording({ seconds })}
      </Button>
    </div>
  )
}

/** Undefined: no microphone, or its owner said no. */
async function listen(): Promise<MediaStream | undefined> {
  if (typeof MediaRecorder === 'undefined') return undefined
  return navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => undefined)
}

function recordFrom(stream: MediaStream, done: (data: string) => void): MediaRecorder {
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one))
  const recorder = new MediaRecorder(stream, { ...(type ? { mimeType: type } : {}), audioBitsPerSecond: 24_000 })
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => void parts.push(data)
  recorder.onstop = () => {
    stream.getTracks().forEach((track) => track.stop())
    const reader = new FileReader()
    reader.onload = () => typeof reader.result === 'string' && done(reader.result)
    reader.readAsDataURL(new Blob(parts, { type: recorder.mimeType }))
  }
  recorder.start()
  return recorder
}

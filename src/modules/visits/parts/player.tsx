import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#ui/kit/button.tsx'
import { useFile } from '#ui/kit/secret-file.ts'
import { visitWords as t } from './messages.ts'

/** One button for a recording: what matters in it stands beside it in words. */
export function Player({ src, secret, seconds }: { src: string; secret?: string | undefined; seconds: number }) {
  const address = useFile(src, secret)
  const sound = useRef<HTMLAudioElement | null>(null)
  const [playing, setPlaying] = useState(false)
  useEffect(() => () => sound.current?.pause(), [src])
  function toggle() {
    if (playing) return sound.current?.pause()
    if (!address) return
    const audio = new Audio(address)
    audio.onplay = () => setPlaying(true)
    audio.onpause = () => setPlaying(false)
    audio.onended = () => setPlaying(false)
    sound.current = audio
    void audio.play().catch(() => setPlaying(false))
  }
  return (
    <Button look="plain" onClick={toggle}>
      {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
      {playing ? t.stop() : t.recorded({ seconds: Math.round(seconds) })}
    </Button>
  )
}

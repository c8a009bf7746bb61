import type { z } from 'zod'
import type { AnswerPhoto } from '../contract-answers.ts'
import { oneTexts as t } from './messages.ts'

/** Each opens in full; whoever took it sees that it was opened. */
export const AnswerPhotos = ({ photos }: { photos: readonly z.infer<typeof AnswerPhoto>[] }) =>
  photos.length > 0 && (
    <p className="answer-photos">
      {photos.map(({ id, url, thumb }, at) => (
        <a key={id} href={url} target="_blank" rel="noreferrer" aria-label={t.photoNo({ no: at + 1 })}>
          <img src={thumb} alt="" width={64} height={48} loading="lazy" />
        </a>
      ))}
    </p>
  )

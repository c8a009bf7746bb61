import { dayOf, DAY_MS, systemClock } from '#kernel/clock.ts'
import { Choose, Picks, TextBox, TextField } from '#ui/kit/field.tsx'
import { type Photo, PhotoPicker } from '#ui/kit/photos.tsx'
import { declineTexts, levelTexts, pauseTexts, returnTexts } from '#ui/messages.ts'
import type { CaseView } from '../contract.ts'
import { DECLINE_REASONS, PAUSE_REASONS, RETURN_REASONS } from '../lifecycle.ts'
import { FILLS, type Question, type Values } from './forms.ts'
import { caseTexts as t } from './messages.ts'

type Asking = {
  ask: Question
  of: CaseView
  values: Values
  onValues: (change: Partial<Values>) => void
  photos: readonly Photo[]
  onPhotos: (change: (was: readonly Photo[]) => readonly Photo[]) => void
  wrong: boolean
}

/** The law of pauses and promises: at most this far away. */
const FARTHEST_DAYS = 60

export function Asked({ ask, of, values, onValues, photos, onPhotos, wrong }: Asking) {
  const chosen = wrong ? t.choose() : undefined
  const reasons = <C extends string>(codes: readonly C[], texts: Record<C, () => string>) => (
    <Picks
      label={t.reason()}
      hint={chosen}
      value={values.reason}
      onText={(reason) => onValues({ reason })}
      choices={codes.map((code) => ({ value: code, text: texts[code]() }))}
    />
  )
  switch (ask) {
    case 'how':
    case 'note':
    case 'note?':
    case 'answer':
    case 'reason':
      return <Written ask={ask} values={values} onValues={onValues} error={wrong ? t.shortNote() : undefined} />
    case 'photos':
      return <PhotoPicker photos={photos} onPhotos={onPhotos} hint={t.photosHint()} />
    case 'returnReason':
      return reasons(RETURN_REASONS, returnTexts)
    case 'pauseReason':
      return reasons(PAUSE_REASONS, pauseTexts)
    case 'declineReason':
      return reasons(DECLINE_REASONS, declineTexts)
    case 'until':
      return <Until value={values.until} onText={(until) => onValues({ until })} error={chosen} />
    case 'level':
    case 'target':
    case 'down':
      return (
        <Choose
          label={t[ask]()}
          value={values[ask]}
          onText={(text) => onValues({ [ask]: text })}
          choices={choicesOf(ask, of)}
          error={chosen}
        />
      )
  }
}

type Wording = { label: () => string; hint: () => string; rows: number; most: number }
const WORDINGS = {
  how: { label: t.how, hint: t.howHint, rows: 3, most: 2000 },
  note: { label: t.note, hint: t.noteHint, rows: 3, most: 2000 },
  'note?': { label: t.note, hint: t.noteHint, rows: 3, most: 2000 },
  answer: { label: t.publicAnswer, hint: t.publicHint, rows: 4, most: 2000 },
  reason: { label: t.reason, hint: t.reasonHint, rows: 3, most: 400 },
} satisfies Partial<Record<Question, Wording>>

type Writing = Pick<Asking, 'values' | 'onValues'> & { ask: keyof typeof WORDINGS; error: string | undefined }

function Written({ ask, values, onValues, error }: Writing) {
  const { label, hint, rows, most } = WORDINGS[ask]
  const fills = FILLS[ask]
  return (
    <TextBox
      label={label()}
      hint={hint()}
      optional={ask === 'note?'}
      rows={rows}
      maxLength={most}
      value={String(values[fills])}
      onText={(text) => onValues({ [fills]: text })}
      error={error}
    />
  )
}

function Until({ value, onText, error }: { value: string; onText: (text: string) => void; error: string | undefined }) {
  const now = systemClock.now()
  return (
    <TextField
      label={t.until()}
      type="date"
      min={dayOf(now + DAY_MS)}
      max={dayOf(now + FARTHEST_DAYS * DAY_MS)}
      value={value}
      onText={onText}
      error={error}
    />
  )
}

function choicesOf(ask: 'level' | 'target' | 'down', { targets }: CaseView): { value: string; text: string }[] {
  const none = { value: '', text: t.choose() }
  if (ask === 'level')
    return [
      none,
      ...targets.skip.map(({ level, name }) => ({ value: level, text: `${levelTexts[level]()} · ${name}` })),
    ]
  if (ask === 'down') return [none, ...targets.down.map(({ code, name }) => ({ value: code, text: name }))]
  return [
    none,
    ...targets.posts.map(({ id, name, title }) => ({ value: `post:${id}`, text: `${name} · ${title}` })),
    ...targets.organs.map(({ id, name }) => ({ value: `organ:${id}`, text: t.organ({ name }) })),
  ]
}

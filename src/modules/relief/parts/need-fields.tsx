import { Picks, TextBox } from '#ui/kit/field.tsx'
import { HELP } from '../contract-sweeps.ts'
import { helpWords } from './help-messages.ts'
import type { NeedView } from './stays.ts'
import { needWords as t } from './stay-messages.ts'

export type NeedTyped = { kind: NeedView['kind']; text: string }
export const noNeed: NeedTyped = { kind: 'supplies', text: '' }

/** What is needed: which kind, and in words. */
export const NeedFields = ({
  need,
  onNeed,
  wrong,
}: {
  need: NeedTyped
  onNeed: (need: NeedTyped) => void
  wrong: boolean
}) => (
  <>
    <Picks
      label={t.kind()}
      value={need.kind}
      onText={(kind) => onNeed({ ...need, kind: HELP.find((one) => one === kind) ?? 'other' })}
      choices={HELP.map((kind) => ({ value: kind, text: helpWords[kind]() }))}
    />
    <TextBox
      label={t.what()}
      hint={t.whatHint()}
      rows={2}
      maxLength={200}
      value={need.text}
      onText={(text) => onNeed({ ...need, text })}
      error={wrong ? t.whatNeeded() : undefined}
    />
  </>
)

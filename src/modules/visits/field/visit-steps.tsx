import Plus from 'lucide-react/icons/plus'
import type { OutputOf } from '#kernel/contract.ts'
import { dayOf, systemClock } from '#kernel/clock.ts'
import { Button } from '#ui/kit/button.tsx'
import { Card, Facts, Part } from '#ui/kit/card.tsx'
import { Choose, Picks, TextBox, TextField } from '#ui/kit/field.tsx'
import { type aDoor, OUTCOMES } from '../contract.ts'
import { visitWords } from '../parts/messages.ts'
import { type Draft, type DraftNote, newNote, newPromise, promisedOf, raisedOf, saidOf } from './draft.ts'
import { flowTexts as t } from './messages.ts'
import { Recorder } from './recorder.tsx'

type Step = { draft: Draft; change: (make: (was: Draft) => Draft) => void }
type Door = OutputOf<typeof aDoor>

export function Met({ draft, change }: Step) {
  return (
    <Card>
      <Picks
        label={t.met()}
        value={draft.outcome}
        onText={(outcome) => change((was) => ({ ...was, outcome: outcome as Draft['outcome'] }))}
        choices={OUTCOMES.map((outcome) => ({ value: outcome, text: visitWords[outcome]() }))}
      />
      {draft.outcome !== 'talked' && (
        <TextField
          label={t.again()}
          optional
          type="date"
          min={dayOf(systemClock.now() + 86_400_000)}
          value={draft.again}
          onText={(again) => change((was) => ({ ...was, again }))}
        />
      )}
    </Card>
  )
}

export function Notes({ door, draft, change, wrong }: Step & { door: Door; wrong: boolean }) {
  const put = (id: string, part: Partial<DraftNote>) =>
    change((was) => ({ ...was, notes: was.notes.map((one) => (one.id === id ? { ...one, ...part } : one)) }))
  return (
    <Part title={t.notes()}>
      <p className="quiet">{t.notesHint()}</p>
      {draft.notes.map((note, no) => (
        <Card key={note.id}>
          <TextBox
            label={draft.notes.length > 1 ? `${t.note()} ${no + 1}` : t.note()}
            rows={3}
            maxLength={2000}
            placeholder={t.noteExample()}
            value={note.text}
            onText={(text) => put(note.id, { text })}
            error={wrong && no === 0 ? t.someone() : undefined}
          />
          <Recorder voice={note.voice} onVoice={(voice) => put(note.id, { voice })} />
          {note.text.trim().length >= 4 && <What note={note} door={door} put={(part) => put(note.id, part)} />}
          {draft.notes.length > 1 && (
            <Button
              look="plain"
              onClick={() => change((was) => ({ ...was, notes: was.notes.filter(({ id }) => id !== note.id) }))}
            >
              {t.dropNote()}
            </Button>
          )}
        </Card>
      ))}
      <Button look="soft" onClick={() => change((was) => ({ ...was, notes: [...was.notes, newNote()] }))}>
        <Plus aria-hidden />
        {t.addNote()}
      </Button>
    </Part>
  )
}

/** One tap: what was said is kept, goes up as a case, or as a suggestion. */
function What({ note, door, put }: { note: DraftNote; door: Door; put: (part: Partial<DraftNote>) => void }) {
  const head = door.members[0]?.id ?? ''
  return (
    <>
      <Picks
        label={t.asCase()}
        value={note.as}
        onText={(as) => put({ as: as as DraftNote['as'], behalf: note.behalf || head })}
        choices={[
          { value: 'note', text: t.asNote() },
          { value: 'case', text: t.asCaseYes() },
          { value: 'suggestion', text: t.asSuggestion() },
        ]}
      />
      {note.as !== 'note' && (
        <Choose
          label={t.behalf()}
          value={note.behalf}
          onText={(behalf) => put({ behalf })}
          choices={[
            ...door.members.map(({ id, name }) => ({ value: id, text: name })),
            { value: '', text: t.behalfNobody() },
          ]}
        />
      )}
    </>
  )
}

export function Promises({ draft, change }: Step) {
  const put = (id: string, part: object) =>
    change((was) => ({ ...was, promises: was.promises.map((one) => (one.id === id ? { ...one, ...part } : one)) }))
  return (
    <Part title={t.promise()}>
      <p className="quiet">{t.promiseHint()}</p>
      {draft.promises.map((promise) => (
        <Card key={promise.id}>
          <TextField
            label={t.promise()}
            maxLength={200}
            placeholder={t.promiseExample()}
            value={promise.text}
            onText={(text) => put(promise.id, { text })}
          />
          <TextField
            label={t.promiseDay()}
            type="date"
            min={dayOf(systemClock.now())}
            value={promise.due}
            onText={(due) => put(promise.id, { due })}
          />
          <Button
            look="plain"
            onClick={() => change((was) => ({ ...was, promises: was.promises.filter(({ id }) => id !== promise.id) }))}
          >
            {t.dropPromise()}
          </Button>
        </Card>
      ))}
      <Button look="soft" onClick={() => change((was) => ({ ...was, promises: [...was.promises, newPromise()] }))}>
        <Plus aria-hidden />
        {t.addPromise()}
      </Button>
    </Part>
  )
}

export function Check({ draft }: { draft: Draft }) {
  const talked = draft.outcome === 'talked'
  const promised = talked ? promisedOf(draft) : []
  return (
    <Part title={t.check()}>
      <Card>
        <Facts
          rows={[
            [t.met(), visitWords[draft.outcome]()],
            [t.notes(), t.countNotes({ count: saidOf(draft).length })],
            [visitWords.became(), t.countCases({ count: raisedOf(draft).length })],
            [t.data(), t.countData({ count: talked ? Object.keys(draft.answers).length : 0 })],
            [t.promise(), t.countPromises({ count: promised.length })],
          ]}
        />
      </Card>
      {saidOf(draft).length > 0 && (
        <Card>
          {saidOf(draft).map(({ id, text, voice }) => (
            <p key={id} className="said-quote">
              {text}
              {voice && ` ${t.voice({ seconds: voice.seconds })}`}
            </p>
          ))}
          {promised.map(({ id, text, due }) => (
            <p key={id}>
              <strong>{text}</strong> · {visitWords.due({ day: due })}
            </p>
          ))}
        </Card>
      )}
      <p className="quiet">{t.sees()}</p>
    </Part>
  )
}

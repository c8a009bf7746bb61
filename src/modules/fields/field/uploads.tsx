import Layers from 'lucide-react/icons/layers'
import { named } from '#kernel/messages.ts'
import { Answered, Empty } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Card } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useLive } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { listUploads, type Upload } from '../contract-contests.ts'
import { fieldWords } from '../parts/messages.ts'
import { sourceText } from '../parts/value.ts'
import { cardTexts as t } from './card-messages.ts'

/** 回流: what came of each of my entries. */
export function Uploads() {
  const asked = useAsk(listUploads, { limit: 30 })
  useLive('fields.', [listUploads])
  return (
    <Screen title={t.uploads()} up="/forms">
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon={<Layers aria-hidden />} text={t.none()} />
          ) : (
            rows.map((upload) => <One key={upload.entry} upload={upload} />)
          )
        }
      </Answered>
    </Screen>
  )
}

function One({ upload }: { upload: Upload }) {
  const now = useNow()
  const { who, values, confirmed, forms, spared, conflicts, contested, replaced } = upload
  const said = [values > 0 && t.values({ n: values }), confirmed > 0 && t.confirmed({ n: confirmed })].filter(Boolean)
  return (
    <Card>
      <h2 className="row-title">{whoText(who) || sourceText(upload.source)}</h2>
      <p className="quiet">{[moment(upload.at, now), ...said].join(' · ')}</p>
      <p>
        {forms.length > 0
          ? t.forms({ n: forms.length, forms: forms.map((form) => named(form)).join(fieldWords.comma()) })
          : t.noForms()}
      </p>
      {spared > 0 && <State tone="done" text={t.spared({ n: spared })} />}
      {conflicts > 0 && <State tone="soon" text={t.conflicts({ n: conflicts })} />}
      {contested > 0 && <State tone="rights" text={t.contested({ n: contested })} />}
      {replaced > 0 && <State tone="void" text={t.replaced({ n: replaced })} />}
    </Card>
  )
}

/** The server says `下畈2号 +1`: one that is named, and how many besides. */
const whoText = (who: string): string =>
  who.replace(/^(.*) \+(\d+)$/, (_all, name: string, more: string) => t.andMore({ name, n: Number(more) }))

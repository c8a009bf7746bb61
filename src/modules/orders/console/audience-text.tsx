import { named } from '#kernel/messages.ts'
import { listKinds } from '#modules/bonds/contract.ts'
import { useRegistry } from '#modules/fields/parts/value.ts'
import { roleText } from '#modules/posts/parts/role-text.ts'
import { levelTexts } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import type { Audience } from '../contract.ts'
import { orderWords } from '../parts/messages.ts'
import { SaidPlace } from './said-place.tsx'
import { audienceTexts as t } from './audience-messages.ts'

const Places = ({ codes }: { codes: readonly string[] }) => (
  <>
    {codes.slice(0, SHOWN).map((code, at) => (
      <span key={code}>
        {at > 0 && orderWords.comma()}
        <SaidPlace code={code} />
      </span>
    ))}
    {codes.length > SHOWN && t.andMore({ n: codes.length })}
  </>
)
const SHOWN = 6

/** The rule in words. */
export function AudienceText({ audience }: { audience: Audience }) {
  const { within, except, roles, levels, bondKinds, posts, organs, tagged } = audience
  const kinds = useAsk(listKinds, {}, { when: bondKinds.length > 0 })
  const registry = useRegistry()
  const kindName = (code: string): string => {
    const found = kinds.data?.rows.find((one) => one.code === code)
    return found ? named(found.name) : code
  }
  const whom = [
    ...roles.map(roleText),
    ...levels.map((level) => t.atLevel({ level: levelTexts[level]() })),
    ...bondKinds.map(kindName),
    organs.length > 0 && t.organs({ n: organs.length }),
    posts.length > 0 && t.postsN({ n: posts.length }),
  ].filter((one): one is string => Boolean(one))
  return (
    <>
      <Places codes={within} />
      {' · '}
      {whom.length > 0 ? whom.join(orderWords.comma()) : t.everybody()}
      {tagged && ` · ${registry.name(tagged.field)}：${registry.say(tagged.field, tagged.value)}`}
      {except.length > 0 && (
        <>
          {' · '}
          {t.except()} <Places codes={except} />
        </>
      )}
    </>
  )
}

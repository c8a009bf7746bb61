import { named } from '#kernel/messages.ts'
import { useMemo } from 'react'
import { useAsk } from '#ui/query.tsx'
import { type Definition, listDefinitions, type Value } from '../contract.ts'
import { fieldWords as t } from './messages.ts'

/** A value as its datum says it: the name of a choice, yes and no, the unit. */
export function valueText(
  value: Value | null,
  definition?: Pick<Definition, 'key' | 'type' | 'choices' | 'unit'>,
): string {
  if (value === null) return t.unsaid()
  if (typeof value === 'boolean') return value ? t.yes() : t.no()
  const choice = (key: string): string => {
    const found = definition?.choices.find((one) => one.key === key)
    return found ? named(found) : key
  }
  if (Array.isArray(value)) return value.length === 0 ? t.none() : value.map(choice).join(t.comma())
  if (definition?.key === 'person.relation') return relationText(String(value))
  if (typeof value === 'string') return choice(value)
  const text = String(value)
  return definition?.unit ? t.withUnit({ value: text, unit: named(definition.unit) }) : text
}

/** A word that is data and has a name; one that has none is shown as it is. */
const worded = (key: string, bare: string): string => {
  const found = Object.entries(t).find(([name]) => name === key)
  return found ? (found[1] as () => string)() : bare
}
export const relationText = (relation: string): string => worded(`relation_${relation}`, relation)
export const sourceText = (source: string): string => worded(`source_${source}`, source)
export const roleName = (role: string): string => worded(`role_${role}`, role)
export const groupText = (group: Definition['group']): string => (group === 'organ' ? t.organGroup() : t[group]())

/** Until the registry is there nothing is called by its key: codes are for nobody. */
const WAITING = '…'

/** The registry on a screen: definitions by key, and what a datum is called. */
export function useRegistry() {
  const asked = useAsk(listDefinitions, {})
  const rows = asked.data?.rows
  return useMemo(() => {
    const byKey = new Map((rows ?? []).map((one) => [one.key as string, one]))
    return {
      get: (key: string): Definition | undefined => byKey.get(key),
      name: (key: string): string => {
        const found = byKey.get(key)
        return found ? named(found.name) : rows ? key : WAITING
      },
      say: (key: string, value: Value | null): string => (rows ? valueText(value, byKey.get(key)) : WAITING),
    }
  }, [rows])
}

/** The three faces, and where in each something that a notice tells of is read. */
export type Face = 'town' | 'field' | 'console'
export type Noticed = { kind: string; subject: string | null }

/**
 * Of one slice: by the beginning of the kinds that it sends, the address in each face. `{subject}` stands for what the notice is
 * about; the second address is for a notice about nothing that has a page of its own. What is not here has no screen.
 */
export type Leads = Readonly<Record<string, Partial<Record<Face, Lead>>>>
type Lead = string | readonly [about: string, other: string]

/** The address that a notice opens in a face, if there is anything to open: the longest beginning of its kind decides. */
export function leadIn(leads: Leads, { kind, subject }: Noticed, face: Face): string | undefined {
  const words = kind.split('_')
  const known = words.map((_, at) => words.slice(0, words.length - at).join('_')).find((one) => one in leads)
  const lead = known === undefined ? undefined : leads[known]?.[face]
  if (lead === undefined) return undefined
  const [about, other] = typeof lead === 'string' ? [lead, undefined] : lead
  return about.includes('{subject}') && subject === null ? other : about.replace('{subject}', subject ?? '')
}

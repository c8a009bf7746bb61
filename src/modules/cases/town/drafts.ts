import type { z } from 'zod'
import { newId } from '#ui/call.ts'
import { keep, readKept } from '#ui/kept.ts'
import type { Photo } from '#ui/kit/photos.tsx'
import type { CaseId, reportCase } from '../contract.ts'
import { newSecret } from '../parts/secret.ts'

type Id = z.infer<typeof CaseId>

/** A report while it is being written. Its id and key are made at the start, so sending it twice is one report. */
export type Draft = {
  id: Id
  key: string
  secret: string
  description: string
  kind: string | null
  kindName: string | null
  /** A kind that a person chose stays, whatever is typed afterwards. */
  kindChosen: boolean
  photos: readonly Photo[]
  position: { lon: number; lat: number; accuracyM: number } | null
  place: { code: string; name: string } | null
  address: string
  phone: string
  name: string
  /** What went out and was never answered. It may have arrived, so exactly this is sent again before anything else. */
  unanswered: z.input<typeof reportCase.input> | null
}

export const DRAFT = 'town.draft'

export const newDraft = (): Draft => ({
  id: newId() as Id,
  key: newId(),
  secret: newSecret(SECRET_LENGTH),
  description: '',
  kind: null,
  kindName: null,
  kindChosen: false,
  photos: [],
  position: null,
  place: null,
  address: '',
  phone: '',
  name: '',
  unanswered: null,
})

const SECRET_LENGTH = 20

/** A report made on this phone; the secret is what lets it be followed without an account. */
export type Kept = {
  id: string
  number: string
  secret: string
  title: string
  at: string
  desk: string
  insideGrid: boolean
}

const REPORTS = 'town.reports'
/** More than anybody reports; so that the phone's memory stays bounded. */
const MOST = 100

export const keptReports = (): Kept[] => readKept<Kept[]>(REPORTS, [])
export const keptReport = (number: string): Kept | undefined => keptReports().find((report) => report.number === number)

export const keepReport = (report: Kept): boolean =>
  keep(REPORTS, [report, ...keptReports().filter(({ id }) => id !== report.id)].slice(0, MOST))

export const forgetReport = (id: string): boolean =>
  keep(
    REPORTS,
    keptReports().filter((report) => report.id !== id),
  )

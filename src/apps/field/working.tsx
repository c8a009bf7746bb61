import { Cases } from '#modules/cases/field/list.tsx'
import { CasePage } from '#modules/cases/field/one.tsx'
import { MyPlace, OnePlace } from '#modules/cases/field/place.tsx'
import { FieldReport } from '#modules/cases/field/report.tsx'
import type { At } from '#ui/route.tsx'
import { Staff } from './frame.tsx'

type Opened = { at: At }

export const CasesPage = ({ at }: Opened) => (
  <Staff nav>{({ acting }) => <Cases view={at.search['view']} sub={acting.organName ?? acting.placeName} />}</Staff>
)
export const OneCasePage = ({ at }: Opened) => (
  <Staff>{() => <CasePage id={at.params['id'] ?? ''} start={at.search['do']} />}</Staff>
)
export const ReportPage = () => <Staff>{() => <FieldReport />}</Staff>
export const PlacesPage = () => (
  <Staff nav>{({ acting }) => <MyPlace code={acting.place} name={acting.placeName} />}</Staff>
)
export const OnePlacePage = ({ at }: Opened) => <Staff>{() => <OnePlace code={at.params['code'] ?? ''} />}</Staff>

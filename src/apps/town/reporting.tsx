import { ReportCheck } from '#modules/cases/town/report-check.tsx'
import { ReportWhat } from '#modules/cases/town/report-what.tsx'
import { ReportWhere } from '#modules/cases/town/report-where.tsx'
import { ReportWho } from '#modules/cases/town/report-who.tsx'
import { useName } from './frame.tsx'

export const What = () => <ReportWhat />
export const Where = () => <ReportWhere />
export const Who = () => <ReportWho account={useName()} />
export const Check = () => <ReportCheck account={useName()} />

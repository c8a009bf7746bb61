import { BASES } from '../contract.ts'
import { purposeTexts as t } from './messages.ts'

/** The lawful basis in words. */
export const basisText = (basis: string): string =>
  BASES.filter((one) => one === basis).map((one) => t[one]())[0] ?? basis

/** '10 years' -> 10 年 */
export function keepText(keep: string): string {
  const [, count = '', unit = ''] = /^(\d+) (years|months|days)$/.exec(keep) ?? []
  return unit === 'years' || unit === 'months' || unit === 'days' ? t[unit]({ count }) : keep
}

import { matchTexts as t } from './messages.ts'

/** Never a hundred: nobody is sure before a person decides. */
export const percent = (likely: number): string => t.percent({ n: Math.min(99.9, Math.floor(likely * 1000) / 10) })

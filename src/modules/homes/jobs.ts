import { DAY_MS, instant } from '#kernel/clock.ts'
import type { Job } from '#kernel/jobs.ts'
import { CELL_DAYS } from './commands-import.ts'
import { forgetImport } from './contract-import.ts'
import { overdueCells } from './store-import.ts'

export const jobs: Job[] = [
  {
    name: 'homes.forgetLists',
    everySeconds: 3600,
    find: async (tx, now, limit) =>
      (await overdueCells(tx, instant(now - CELL_DAYS * DAY_MS), limit)).map(({ id }) => ({
        command: forgetImport.name,
        input: { id },
        because: id,
      })),
  },
]

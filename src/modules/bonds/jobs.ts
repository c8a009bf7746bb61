import type { Job } from '#kernel/jobs.ts'
import { remindFile } from './contract-rotation.ts'
import { dueFiles } from './store-files.ts'

const overdue: Job = {
  name: 'bonds.overdueFiles',
  everySeconds: 300,
  find: async (tx, now, limit) =>
    (await dueFiles(tx, now, limit)).map(({ id }) => ({ command: remindFile.name, input: { id }, because: id })),
}

export const jobs: Job[] = [overdue]

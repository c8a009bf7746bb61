import { dayOf } from '#kernel/clock.ts'
import type { Job } from '#kernel/jobs.ts'
import { tellHandOver } from './contract.ts'
import { dueHandOvers } from './store-change.ts'

const handOvers: Job = {
  name: 'posts.handOvers',
  everySeconds: 60,
  find: async (tx, now, limit) =>
    (await dueHandOvers(tx, dayOf(now), limit)).map(({ was }) => ({
      command: tellHandOver.name,
      input: { post: was },
      because: was,
    })),
}

export const jobs: Job[] = [handOvers]

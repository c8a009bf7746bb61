import type { OutputOf } from '#kernel/contract.ts'
import type { reliefRoom } from '../contract-room.ts'
import { leftOf } from '../parts/states.ts'
import { toolTexts as t } from './tool-messages.ts'

type Room = OutputOf<typeof reliefRoom>
export type ToolKey = `relief.${string}`
export type ToolLine = {
  /** The capability that opens it. */
  key: ToolKey
  to: string
  name: () => string
  /** Who may do anything with it. */
  permission: string
  /** How much of it waits for somebody, when it is open. */
  waits: (room: Room) => number
}

/** A line for each. The tools by what they are for, in the order in which they are usually needed. */
export const TOOL_GROUPS: readonly { key: string; name: () => string; tools: readonly ToolLine[] }[] = [
  {
    key: 'moving',
    name: t.moving,
    tools: [
      {
        key: 'relief.evacuation',
        to: '/relief',
        name: t.evacuation,
        permission: 'relief.evacuees',
        waits: ({ people }) => leftOf(people),
      },
    ],
  },
  {
    key: 'doors',
    name: t.doors,
    tools: [],
  },
  { key: 'roads', name: t.roads, tools: [] },
  { key: 'asked', name: t.asked, tools: [] },
]

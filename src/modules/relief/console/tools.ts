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
    tools: [
      {
        key: 'relief.sweeps',
        to: '/relief/sweeps',
        name: t.sweeps,
        permission: 'relief.knock',
        waits: ({ doors }) => doors.left,
      },
      {
        key: 'relief.checks',
        to: '/relief/checks',
        name: t.checks,
        permission: 'relief.answerLine',
        waits: ({ lines }) => lines.left,
      },
    ],
  },
  {
    key: 'roads',
    name: t.roads,
    tools: [
      {
        key: 'relief.passes',
        to: '/relief/passes',
        name: t.passes,
        permission: 'relief.givePass',
        waits: () => 0,
      },
      {
        key: 'relief.shifts',
        to: '/relief/shifts',
        name: t.shifts,
        permission: 'relief.offerShift',
        waits: ({ seats }) => seats.wanted - seats.taken,
      },
    ],
  },
  {
    key: 'asked',
    name: t.asked,
    tools: [
      {
        key: 'relief.hotline',
        to: '/relief/calls',
        name: t.hotline,
        permission: 'relief.takeCall',
        waits: ({ calls }) => calls.waiting,
      },
      {
        key: 'relief.homeStay',
        to: '/relief/stays',
        name: t.stays,
        permission: 'relief.stays',
        waits: ({ stays }) => stays.waiting,
      },
      {
        key: 'relief.reunification',
        to: '/relief/seeks',
        name: t.reunification,
        permission: 'relief.matchSeek',
        waits: ({ seeks }) => seeks.looking,
      },
      {
        key: 'relief.requisition',
        to: '/relief/items',
        name: t.requisition,
        permission: 'relief.returnItem',
        waits: ({ items }) => items.held,
      },
      {
        key: 'relief.firms',
        to: '/relief/firms',
        name: t.firms,
        permission: 'relief.firmProblems',
        waits: ({ problems }) => problems,
      },
    ],
  },
]

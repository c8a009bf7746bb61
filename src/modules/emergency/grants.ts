import type { Grants } from '#kernel/authorise.ts'

/** The two command rooms that may speak for a government; which of them is the named authority of a level stands in the playbook. */
const COMMANDS = { county_command: 'place', city_command: 'place' } as const
const NODES = { grid_worker: 'place', village_cadre: 'place', township_room: 'place', ...COMMANDS } as const

export const grants = {
  'emergency.playbooks': { staff: 'any' },
  'emergency.setPlaybook': { city_command: 'place' },
  'emergency.plan': COMMANDS,
  'emergency.declare': COMMANDS,
  'emergency.confirm': COMMANDS,
  'emergency.end': COMMANDS,
  'emergency.file': COMMANDS,
  'emergency.review': COMMANDS,
  'emergency.note': COMMANDS,
  // What is in force, and what was destroyed when it ended, is everybody's to know.
  'emergency.current': { everyone: 'any' },
  'emergency.certificate': { everyone: 'any' },
  'emergency.read': { staff: 'any' },
  'emergency.home': { staff: 'any' },
  'emergency.tell': NODES,
  'emergency.approve': NODES,
  'emergency.situation': { ...NODES, department_officer: 'place', auditor: 'place' },
  'emergency.keep': COMMANDS,
  'emergency.destroy': COMMANDS,
  'emergency.dataSets': { ...COMMANDS, auditor: 'place' },
  'emergency.witness': { auditor: 'place', department_officer: 'place', security_admin: 'place' },
  'emergency.expire': {},
  'emergency.remind': {},
  'emergency.advance': {},
  'emergency.destroyKept': {},
} satisfies Grants

import type { OrganIndex } from '#modules/people/api.ts'

type Actor = { organ: string | null; role: string; actorPlace: string | null }

/** Which office somebody without an organ of his own works for: its kind, and how much of his place code is the office's. */
const OFFICES: Record<string, { kind: string; digits: number }> = {
  grid_worker: { kind: 'village_committee', digits: 12 },
  village_cadre: { kind: 'village_committee', digits: 12 },
  township_room: { kind: 'command_room', digits: 9 },
  county_command: { kind: 'command', digits: 6 },
  city_command: { kind: 'command', digits: 4 },
  operator: { kind: 'hotline', digits: 17 },
}

/** The name of the organ or place office behind an act; null where there is none, as for other residents. */
export const officeOf =
  (organs: OrganIndex) =>
  ({ organ, role, actorPlace }: Actor): string | null => {
    if (organ) return organs.get(organ)?.name.zh ?? null
    const office = OFFICES[role]
    if (!office || !actorPlace) return null
    return organs.at(actorPlace.slice(0, office.digits)).find(({ kind }) => kind === office.kind)?.name.zh ?? null
  }

/** Plain records of the demo city. Shapes follow the contracts of places, people and posts. */
export type Names = { zh: string; en: string }

export type DemoPlace = {
  code: string
  name: string
  level: 'city' | 'county' | 'township' | 'village' | 'grid' | 'microgrid'
  kind: string
  english: string
  centre: readonly [lon: number, lat: number]
}

export type DemoOrgan = {
  id: string
  name: Names
  kind: 'department' | 'command_room' | 'command' | 'hotline' | 'duty_holder'
  line: string | null
  place: string
  creditCode: string
}

export type DemoPerson = {
  id: string
  name: string
  phone: string
  /** Staff sign in by it or by phone; residents by phone alone. */
  login: string | null
  idNumber: string | null
  /** Grid where a resident lives; staff have none here. */
  home: string | null
}

export type DemoRole =
  | 'grid_worker'
  | 'village_cadre'
  | 'township_room'
  | 'department_officer'
  | 'county_command'
  | 'city_command'
  | 'operator'
  | 'auditor'
  | 'system_admin'
  | 'security_admin'

export type DemoPost = {
  id: string
  person: string
  role: DemoRole
  title: string
  place: string
  organ: string | null
  from: string
}

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { GRADES, HAZARDS, type Warning } from '../contract-warnings.ts'
import { type Alerting, writeAlert } from './write.ts'

/** The standard's own schema and samples of the world's weather services; not part of the project. */
const DATA = new URL('../../../../../shared/data/cap/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, DATA), 'utf8')
const there = existsSync(new URL('schema/cap12.xsd', DATA))

const faultsOf = async (contents: string): Promise<string[]> => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'alert.xml', contents }],
    schema: [{ fileName: 'cap12.xsd', contents: read('schema/cap12.xsd') }],
  })
  return errors.map(({ message }) => message)
}

const AT = '2026-09-01T01:00:00.000Z'
const warning = (more: Partial<Warning> = {}): Warning => ({
  id: '019b7523-3400-7ca5-8000-000000000001' as Warning['id'],
  hazard: 'flood',
  grade: 'III',
  startsAt: AT,
  endsAt: '2026-09-02T01:00:00.000Z',
  area: ['330824', '330881121'],
  areaNames: ['开化县', '贺村镇'],
  matter: '未来 6 小时降雨量将超过 50 毫米 <山区> & "溪边"',
  measures: '远离山塘\n听从转移通知 ]]>',
  issuerName: { zh: '衢州市指挥中心' },
  issuedAt: AT,
  state: 'live',
  follows: null,
  source: null,
  mark: null,
  can: [],
  ...more,
})
const alert = (more: Partial<Warning> = {}, rest: Partial<Alerting> = {}): string =>
  writeAlert({ warning: warning(more), follows: null, liftedAt: null, ...rest })

describe.skipIf(!there)('an alert of ours is valid by the schema of CAP 1.2', () => {
  it.each(HAZARDS)('of %s, in each grade', async (hazard) => {
    for (const grade of GRADES) expect(await faultsOf(alert({ hazard, grade })), grade).toEqual([])
  })

  it('of a drill, as an update, lifted, and with what no XML may hold', async () => {
    const follows = { id: '019b7523-3400-7ca5-8000-000000000002' as Warning['id'], issuedAt: AT }
    expect(await faultsOf(alert({ mark: '演练' }))).toEqual([])
    expect(await faultsOf(alert({}, { follows }))).toEqual([])
    expect(await faultsOf(alert({}, { liftedAt: '2026-09-01T05:00:00.000Z' }))).toEqual([])
    expect(await faultsOf(alert({ matter: '水位\u0000超\u000b警戒' }))).toEqual([])
  })

  it('and the schema says no where there is something wrong', async () => {
    expect(await faultsOf(alert().replace('<severity>Moderate', '<severity>Medium'))).not.toEqual([])
    expect(await faultsOf(alert().replace(/<scope>.*<\/scope>/, ''))).not.toEqual([])
    expect(await faultsOf(read('alerts/invalid.cap'))).not.toEqual([])
  })
})

import { HOUR_MS, instant, millis } from '#kernel/clock.ts'
import type { Warning } from '../contract-warnings.ts'
import { GRADE_NAMES, HAZARD_NAMES } from '../messages.ts'
import { SPACE } from './shape.ts'
import { escaped } from './xml.ts'

/** A warning and the one it updates, with the places' codes beside their names. */
export type Alerting = { warning: Warning; follows: Pick<Warning, 'id' | 'issuedAt'> | null; liftedAt: string | null }

const SENDER = 'openpalm'
const SEVERITY = { I: 'Extreme', II: 'Severe', III: 'Moderate', IV: 'Minor' } as const
const CATEGORY: Record<Warning['hazard'], string> = {
  rainstorm: 'Met',
  typhoon: 'Met',
  flood: 'Met',
  geological: 'Geo',
  forest_fire: 'Fire',
  snow: 'Met',
  cold: 'Met',
  heat: 'Met',
  thunder: 'Met',
  health: 'Health',
  accident: 'Safety',
  other: 'Other',
}

/** The standard wants an offset, never a Z; the city's own. */
const when = (at: string): string => `${instant(millis(at) + 8 * HOUR_MS).slice(0, 19)}+08:00`
const tag = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`
const lines = (...parts: string[]): string => parts.filter((one) => one !== '').join('\n')

/** CAP 1.2, once in Chinese and once in English; what is in nobody's words but the office's stays as it wrote it. */
export function writeAlert({ warning: w, follows, liftedAt }: Alerting): string {
  const type = liftedAt ? 'Cancel' : follows ? 'Update' : 'Alert'
  const about = liftedAt ? w : follows
  return lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<alert xmlns="${SPACE}">`,
    tag('identifier', liftedAt ? `${w.id}-end` : w.id),
    tag('sender', SENDER),
    tag('sent', when(liftedAt ?? w.issuedAt)),
    tag('status', w.mark ? 'Exercise' : 'Actual'),
    tag('msgType', type),
    tag('scope', 'Public'),
    w.mark ? tag('note', w.mark) : '',
    about ? tag('references', `${SENDER},${about.id},${when(about.issuedAt)}`) : '',
    infoOf(w, 'zh'),
    infoOf(w, 'en'),
    '</alert>\n',
  )
}

function infoOf(w: Warning, language: 'zh' | 'en'): string {
  const [hazard, grade] = [HAZARD_NAMES[w.hazard][language], GRADE_NAMES[w.grade][language]]
  const issuer = language === 'zh' ? w.issuerName.zh : (w.issuerName.en ?? w.issuerName.zh)
  return lines(
    '<info>',
    tag('language', language === 'zh' ? 'zh-CN' : 'en-US'),
    tag('category', CATEGORY[w.hazard]),
    tag('event', hazard),
    tag('urgency', 'Expected'),
    tag('severity', SEVERITY[w.grade]),
    tag('certainty', 'Likely'),
    tag('effective', when(w.issuedAt)),
    tag('onset', when(w.startsAt)),
    tag('expires', when(w.endsAt)),
    tag('senderName', issuer),
    tag('headline', `${hazard} ${grade}`),
    tag('description', w.matter),
    tag('instruction', w.measures),
    ...w.area.map((code, i) =>
      lines(
        '<area>',
        tag('areaDesc', w.areaNames[i] ?? code),
        '<geocode>',
        tag('valueName', 'CN-STATS'),
        tag('value', code),
        '</geocode>',
        '</area>',
      ),
    ),
    '</info>',
  )
}

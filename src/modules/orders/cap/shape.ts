import { type Element, hostile } from './xml.ts'

/** The OASIS identifier of the Common Alerting Protocol 1.2. It holds a word that only one slice may name, hence in two parts. */
export const SPACE = `urn:oasis:names:tc:${'emer'}${'gency'}:cap:1.2`

type Part = {
  name: string
  times: '1' | '?' | '*' | '+'
  one?: readonly string[]
  like?: RegExp
  parts?: readonly Part[]
}

const WHEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-,+]\d\d:\d\d$/
const part = (name: string, times: Part['times'] = '?', more: Omit<Part, 'name' | 'times'> = {}): Part => ({
  name,
  times,
  ...more,
})

const AREA = [
  part('areaDesc', '1'),
  part('polygon', '*'),
  part('circle', '*'),
  part('geocode', '*', { parts: [part('valueName', '1'), part('value', '1')] }),
  part('altitude'),
  part('ceiling'),
]
const RESOURCE = [
  part('resourceDesc', '1'),
  part('mimeType', '1'),
  part('size'),
  part('uri'),
  part('derefUri'),
  part('digest'),
]
const PAIR = { parts: [part('valueName', '1'), part('value', '1')] }

export const CATEGORIES = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const
export const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const

const INFO = [
  part('language'),
  part('category', '+', { one: CATEGORIES }),
  part('event', '1'),
  part('responseType', '*', {
    one: ['Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None'],
  }),
  part('urgency', '1', { one: ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] }),
  part('severity', '1', { one: SEVERITIES }),
  part('certainty', '1', { one: ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] }),
  part('audience'),
  part('eventCode', '*', PAIR),
  part('effective', '?', { like: WHEN }),
  part('onset', '?', { like: WHEN }),
  part('expires', '?', { like: WHEN }),
  part('senderName'),
  part('headline'),
  part('description'),
  part('instruction'),
  part('web'),
  part('contact'),
  part('parameter', '*', PAIR),
  part('resource', '*', { parts: RESOURCE }),
  part('area', '*', { parts: AREA }),
]

/** What an alert is made of, in the order of its schema (cap12.xsd); a signature of another namespace may stand at its end. */
const ALERT = [
  part('identifier', '1'),
  part('sender', '1'),
  part('sent', '1', { like: WHEN }),
  part('status', '1', { one: ['Actual', 'Exercise', 'System', 'Test', 'Draft'] }),
  part('msgType', '1', { one: ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] }),
  part('source'),
  part('scope', '1', { one: ['Public', 'Restricted', 'Private'] }),
  part('restriction'),
  part('addresses'),
  part('code', '*'),
  part('note'),
  part('references'),
  part('incidents'),
  part('info', '*', { parts: INFO }),
]

export function demandAlert(root: Element): void {
  if (root.name !== 'alert' || root.space !== SPACE) hostile('not_an_alert')
  const foreign = root.children.findIndex(({ space }) => space !== SPACE)
  if (root.children.slice(foreign === -1 ? root.children.length : foreign).some(({ space }) => space === SPACE))
    hostile('out_of_order')
  demandParts(root, ALERT)
}

/** Each part as often as it may be, in its turn, with a value that it may have. */
function demandParts(of: Element, parts: readonly Part[]): void {
  const own = of.children.filter(({ space }) => space === SPACE)
  let at = 0
  for (const wanted of parts) {
    const from = at
    while (own[at]?.name === wanted.name) {
      demandValue(own[at] ?? of, wanted)
      at++
    }
    const found = at - from
    if ((wanted.times === '1' || wanted.times === '+') && found === 0) hostile(`${wanted.name}_missing`)
    if ((wanted.times === '1' || wanted.times === '?') && found > 1) hostile(`${wanted.name}_twice`)
  }
  if (at < own.length) hostile(`${own[at]?.name}_out_of_order`)
}

function demandValue(element: Element, { name, one, like, parts }: Part): void {
  const text = element.text.trim()
  if ((one && !one.includes(text)) || (like && !like.test(text))) hostile(`${name}_unknown`)
  if (parts) demandParts(element, parts)
  else if (element.children.length > 0) hostile(`${name}_not_a_text`)
}

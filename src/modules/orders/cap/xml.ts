import { SaxesParser } from 'saxes'
import { refuse } from '#kernel/errors.ts'

/** An element with what stands in it; of other namespaces only that it is there. */
export type Element = { name: string; space: string; text: string; children: Element[] }

const DEPTH = 12
const SIZE = 400_000

/**
 * XML from outside, read without ever looking at anything but the text itself: a document type, and with it every entity of its
 * own, is refused, includes are refused, nothing is fetched. Deeper or longer than any alert is: refused.
 */
export function readXml(text: string): Element {
  if (text.length > SIZE) hostile('too_large')
  const parser = new SaxesParser({ xmlns: true })
  const stack: Element[] = []
  let root: Element | undefined
  parser.on('error', () => hostile('malformed'))
  parser.on('doctype', () => hostile('doctype'))
  parser.on('opentag', ({ local, uri }) => {
    if (uri === 'http://www.w3.org/2001/XInclude') hostile('include')
    if (stack.length >= DEPTH) hostile('too_deep')
    const element: Element = { name: local, space: uri, text: '', children: [] }
    stack.at(-1)?.children.push(element)
    root ??= element
    stack.push(element)
  })
  const append = (said: string): void => {
    const open = stack.at(-1)
    if (open) open.text += said
  }
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', () => void stack.pop())
  parser.write(text).close()
  return root ?? hostile('malformed')
}

export const hostile = (problem: string): never => refuse('invalid', { problems: [{ path: 'xml', problem }] })

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Without what no XML may hold: control characters but tab and line ends, and the two that are no characters. */
export const escaped = (text: string): string =>
  Array.from(text)
    .filter((one) => one >= ' ' || one === '\t' || one === '\n' || one === '\r')
    .filter((one) => one !== '\uFFFE' && one !== '\uFFFF')
    .map((one) => ESCAPED[one] ?? one)
    .join('')

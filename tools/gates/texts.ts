import { type Literal, source } from './source.ts'
import { type Gate, files, isTest, read } from './tree.ts'

const CATALOGUE = /(^|[/.-])messages\.ts$|\/messages\/|\/(demo|city)\//
const HAN = /\p{Script=Han}/u
/** Two letters in a row between tags are words to a reader, unless they name keys. */
const WORDS = /\p{L}{2}/u
const READ_ALOUD = new Set(['aria-label', 'aria-description', 'placeholder', 'title', 'alt', 'label'])
/** An English sentence with a Chinese term in it explains a contract; nobody is shown it. */
const SENTENCE = /[a-z]{2,} [a-z]{2,}/
/** Programmers read these, in the API reference and in error logs. */
const FOR_PROGRAMMERS = new Set(['doc', 'describe', 'description', 'Error'])

/** Texts for people live in the message catalogue, in both languages. */
export const texts: Gate = (root) => {
  const all = files(root, ['src'], /\.tsx?$/).filter((file) => !isTest(file) && !CATALOGUE.test(file))
  const faults = all.flatMap((file) =>
    source(file, read(root, file))
      .literals.filter(isForPeople)
      .map((literal) => `${file}:${literal.line}: a text for people outside messages: ${short(literal.text)}`),
  )
  return { looked: all.length, faults }
}

function isForPeople({ kind, text, of }: Literal): boolean {
  if (kind === 'element') return WORDS.test(text) && of !== 'kbd'
  if (kind === 'attribute' && READ_ALOUD.has(of)) return WORDS.test(text)
  return HAN.test(text) && !FOR_PROGRAMMERS.has(of) && !SENTENCE.test(text)
}

const short = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 30)

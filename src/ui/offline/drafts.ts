import { keepIn, keeper } from '../kept.ts'
import { decoded, encoded, type Vault } from './vault.ts'

const FOLDER = 'kept/'

/** Drafts in the sealed store: held in memory while it is open, written behind. */
export async function keepSealed(vault: Vault): Promise<void> {
  const { entries } = await vault.read(FOLDER)
  const texts = new Map(entries.map(({ name, content }) => [name.slice(FOLDER.length), decoded<string>(content)]))
  keepIn(
    keeper(
      texts,
      (name, text) => void vault.put([{ name: FOLDER + name, content: text === null ? null : encoded(text) }]),
    ),
  )
}

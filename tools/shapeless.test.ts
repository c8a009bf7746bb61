import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { screens } from '../vite.config.ts'

it('a phone page names its contracts and carries none of their shapes', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'openpalm-shapeless-'))
  const town = screens('town')
  await build({ ...town, build: { ...town.build, outDir: folder }, configFile: false, logLevel: 'silent' })
  const assets = join(folder, 'assets')
  const code = readdirSync(assets)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(assets, file), 'utf8'))
    .join('\n')
  rmSync(folder, { recursive: true, force: true })
  expect(code).toContain('cases.report')
  expect(code).not.toContain('made by the sender; with the number it follows the case')
  expect(code).not.toContain('ZodObject')
})

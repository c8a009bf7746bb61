import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser that is installed: $CHROMIUM, or the first known name on the PATH. None is ever downloaded. */
export function findChromium(): string | undefined {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  const asked = process.env['CHROMIUM']
  return [...(asked ? [asked] : []), ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))].find(runs)
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig, type UserConfig } from 'vite'
import { shapeless } from './tools/shapeless.ts'

export const APPS = ['console', 'field', 'town'] as const
export type App = (typeof APPS)[number]

/** One configuration, three pages. `APP=field npx vite` serves one of them over a running server (OPENPALM_URL). */
export const screens = (app: App): UserConfig => ({
  root: join(import.meta.dirname, 'src/apps', app),
  base: `/${app}/`,
  plugins: [react(), ...(app === 'console' ? [] : [shapeless()])],
  publicDir: false,
  build: {
    outDir: join(import.meta.dirname, 'dist', app),
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy lets pages load from their own address only, so nothing is put inline as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The console's table and form library is one large piece by nature; a test holds each page to its budget.
    chunkSizeWarningLimit: 2000,
  },
  server: { proxy: { '/api': process.env['OPENPALM_URL'] ?? 'http://127.0.0.1:8080' } },
})

export default defineConfig(() => screens(APPS.find((app) => app === process.env['APP']) ?? 'console'))

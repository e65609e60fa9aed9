/** How is the page built? Into dist/web, compressed once, with what it needs announced in its head. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { announceEarly } from './scripts/build/announce-early.ts'
import { compressOnce } from './scripts/build/compress-once.ts'
import { toOpeningChunk } from './scripts/build/opening-chunk.ts'
import { buildMapLibreFromSource } from './scripts/build/maplibre-from-source.ts'
import { keepOffline } from './scripts/build/offline-shell.ts'
import { zipInPlace } from './scripts/build/zip-in-place.ts'

const fonts = ['latin-400', 'latin-600', 'vietnamese-400', 'vietnamese-600']

/** What a carrier needs to read its villages and to report where there is no network, beside the opening page. */
const withoutNetwork = [
  'web/panels/assigned/assigned-page.tsx',
  'web/panels/accounts/account-menu.tsx',
  'web/panels/accounts/renewal-dialog.tsx',
  'web/panels/outbox/unsent-badge.tsx',
  'web/panels/outbox/leaving-note.tsx',
  'web/outbox/kept-session.ts',
  'web/outbox/outbox-view.ts',
  ...['accounts', 'assigned', 'later-errors', 'outbox', 'villages'].flatMap((part) =>
    ['vi', 'en'].map((language) => `web/i18n/${part}-${language}.ts`),
  ),
  'web/i18n/en.ts',
  ...['accounts', 'outbox', 'village'].map(
    (part) => `web/i18n/load-${part.replace('accounts', 'account')}-texts.ts`,
  ),
]

export default defineConfig({
  root: 'web',
  plugins: [
    react(),
    buildMapLibreFromSource(),
    zipInPlace(),
    announceEarly([
      'map-view',
      'maplibre',
      'engine',
      ...fonts.map((font) => `be-vietnam-pro-${font}-normal`),
    ]),
    keepOffline({
      worker: 'web/service-worker.ts',
      parts: withoutNetwork,
      assets: /be-vietnam-pro-.*\.woff2$/,
    }),
    compressOnce(),
  ],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Small files must stay files: the security policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|zustand)[\\/]/ },
            { name: toOpeningChunk },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})

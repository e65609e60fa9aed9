/** How is the page built? Into dist/web, compressed once, with what it needs announced in its head. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin, type Rollup } from 'vite'

const outDir = '../dist/web'

export default defineConfig({
  root: 'web',
  plugins: [react(), announceEarly(), compressOnce()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    // Small files must stay files: the security policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/]maplibre-gl/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|zustand)[\\/]/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})

/** Names in the head what the entry only finds later: the map's code, the worker's and the fonts of the first words. */
function announceEarly(): Plugin {
  return {
    name: 'announce-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const files = Object.values(bundle ?? {})
        const scripts = files.filter(({ fileName }) => /assets\/(map-view|maplibre)-[^/]*\.m?js$/.test(fileName))
        const fonts = files.filter(({ fileName }) =>
          /be-vietnam-pro-(latin|vietnamese)-(400|600)-normal-[^/]*\.woff2$/.test(fileName),
        )
        const tags = [...scripts.map(toModulePreload), ...fonts.map(toFontPreload)]
        return { html, tags: tags.filter(({ attrs }) => !html.includes(String(attrs?.['href']))) }
      },
    },
  }
}

function toModulePreload({ fileName }: Rollup.OutputAsset | Rollup.OutputChunk): HtmlTagDescriptor {
  return { tag: 'link', injectTo: 'head', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` } }
}

function toFontPreload({ fileName }: Rollup.OutputAsset | Rollup.OutputChunk): HtmlTagDescriptor {
  return {
    tag: 'link',
    injectTo: 'head',
    attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${fileName}` },
  }
}

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)
const compressible = /\.(m?js|css|html|svg|json)$/

/** A .br and a .gz beside every text file, so that the server never compresses the page itself. */
function compressOnce(): Plugin {
  return {
    name: 'compress-once',
    apply: 'build',
    writeBundle: async ({ dir }) => {
      if (dir === undefined) return
      const names = await readdir(dir, { recursive: true })
      await Promise.all(names.filter((name) => compressible.test(name)).map((name) => compressFile(join(dir, name))))
    },
  }
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path)
  const [brotli, gzipped] = await Promise.all([
    toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    toGzip(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)])
}

/**
 * What does a browser keep to open the page without the network? The service worker, with the files that it fetches ahead: the
 * entry, the parts named here, and what those import. The map is not among them.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { transformWithOxc, type Plugin, type Rollup } from 'vite'

type OutputFile = Rollup.OutputAsset | Rollup.OutputChunk

export interface OfflineShell {
  /** The source of the service worker; it imports nothing. */
  readonly worker: string
  /** Ends of the paths of modules that are needed without the network, though the entry does not import them. */
  readonly parts: readonly string[]
  /** Files that are needed beside them, by name. */
  readonly assets: RegExp
}

export function keepOffline({ worker, parts, assets }: OfflineShell): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    // The page's own files have their names by then.
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = Object.values(bundle)
        // Workers are entries of their own.
        const entry = files.find((file) => holds(file, 'web/main.tsx'))
        if (entry === undefined) throw new Error('The page has no entry')
        const named = files.map(({ fileName }) => fileName).filter((name) => assets.test(name))
        const kept = [...listNeeded(files, ['web/main.tsx', ...parts]), ...named]
        const shell = {
          version: toVersion(files),
          entry: `/${entry.fileName}`,
          files: [...new Set(kept)].sort().map((name) => `/${name}`),
        }
        const { code } = await transformWithOxc(await readFile(worker, 'utf8'), worker, { sourcemap: false })
        const source = `const shell = ${JSON.stringify(shell)}\n${code}`
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
      },
    },
  }
}

/** The parts with everything that they import without waiting, and their styles. */
function listNeeded(files: readonly OutputFile[], parts: readonly string[]): string[] {
  const chunks = new Map(files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
  const missing = parts.filter((part) => !files.some((file) => holds(file, part)))
  if (missing.length > 0) throw new Error(`Not in the page: ${missing.join(', ')}`)
  const needed = new Set<string>()
  const styles = new Set<string>()
  const add = (file: OutputFile | undefined) => {
    if (file?.type !== 'chunk' || needed.has(file.fileName)) return
    needed.add(file.fileName)
    for (const style of file.viteMetadata?.importedCss ?? []) styles.add(style)
    for (const name of file.imports) add(chunks.get(name))
  }
  for (const file of files) {
    if (parts.some((part) => holds(file, part))) add(file)
  }
  return [...needed, ...styles]
}

function holds(file: OutputFile, part: string): boolean {
  return file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(part))
}

/** Another one whenever any file of the page is another one: their names say what is in them. */
function toVersion(files: readonly OutputFile[]): string {
  const names = files.map(({ fileName }) => fileName).sort()
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16)
}

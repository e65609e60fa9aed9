/** What does the head name that the entry only finds later? The map's code, its worker's, and the fonts of the first words. */
import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite'

type OutputFile = Rollup.OutputAsset | Rollup.OutputChunk

/** @param early file names under assets/, without their hash */
export function announceEarly(early: readonly string[]): Plugin {
  const isEarly = (file: OutputFile) => early.some((name) => file.fileName.startsWith(`assets/${name}-`))
  return {
    name: 'announce-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const files = Object.values(bundle ?? {})
        const named = files.filter((file) => file.type === 'chunk' && isEarly(file))
        const imported = new Set(named.flatMap((file) => (file.type === 'chunk' ? file.imports : [])))
        const scripts = files.filter((file) => named.includes(file) || imported.has(file.fileName))
        const fonts = files.filter((file) => file.fileName.endsWith('.woff2') && isEarly(file))
        // A lazy part of the page waits for its styles.
        const styles = files.filter((file) => file.fileName.endsWith('.css') && isEarly(file))
        const tags = [
          ...scripts.map(toModulePreload),
          ...styles.map(toStylePreload),
          ...fonts.map(toFontPreload),
        ]
        return { html, tags: tags.filter(({ attrs }) => !html.includes(String(attrs?.['href']))) }
      },
    },
  }
}

function toModulePreload({ fileName }: OutputFile): HtmlTagDescriptor {
  return toLink({ rel: 'modulepreload', href: `/${fileName}` })
}

function toStylePreload({ fileName }: OutputFile): HtmlTagDescriptor {
  return toLink({ rel: 'preload', as: 'style', href: `/${fileName}` })
}

function toFontPreload({ fileName }: OutputFile): HtmlTagDescriptor {
  return toLink({ rel: 'preload', as: 'font', type: 'font/woff2', href: `/${fileName}` })
}

function toLink(attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag: 'link', injectTo: 'head', attrs: { ...attrs, crossorigin: true } }
}

/** Where does editing come in? Nothing of it is fetched before somebody may edit. */
import { Suspense } from 'react'
import type { SiteRecord } from '../../../core/api/records.ts'
import { useWords } from '../../hooks/use-words.ts'
import { startEditing, useEditScreen } from '../../state/edit-slice.ts'
import { useApp } from '../../state/store.ts'
import { loadLater, NotLoaded } from '../load-later.tsx'
import { VillageEditorPlace } from '../villages/village-places.tsx'

const SiteTools = loadLater(async () => (await withEditingTexts(import('./site-tools.tsx'))).SiteTools)
const SiteEditor = loadLater(
  async () => (await withEditingTexts(import('./site-editor.tsx'))).SiteEditor,
  NotLoaded,
)
const NewSiteEditor = loadLater(
  async () => (await withEditingTexts(import('./site-editor.tsx'))).NewSiteEditor,
  NotLoaded,
)

/** The module of a part, when its texts have come too. */
export async function withEditingTexts<M>(module: Promise<M>): Promise<M> {
  const [loaded] = await Promise.all([
    module,
    import('./texts.ts').then(({ addEditingTexts }) => addEditingTexts()),
  ])
  return loaded
}

/** In the panel of a site. */
export function SiteToolsPlace({ site }: { readonly site: SiteRecord }) {
  if (site.may.length === 0) return null
  return (
    <Suspense fallback={null}>
      <SiteTools key={site.id} site={site} />
    </Suspense>
  )
}

/** In place of what is selected, while something is edited. */
export function EditorPlace() {
  const target = useEditScreen((screen) => screen.target)
  if (target.type === 'new-village' || target.type === 'merge-villages' || target.type === 'split-village') {
    return <VillageEditorPlace target={target} />
  }
  return (
    <Suspense fallback={null}>
      {target.type === 'site' && <SiteEditor id={target.id} />}
      {target.type === 'new-site' && <NewSiteEditor position={target.position} />}
    </Suspense>
  )
}

/** On the map, for those who may add a site. */
export function NewSiteButton() {
  const { t } = useWords()
  const isAllowed = useApp(({ session }) => session?.role === 'staff' || session?.role === 'admin')
  const isEditing = useEditScreen(({ target }) => target.type !== 'none')
  if (!isAllowed || isEditing) return null
  return (
    <button
      type="button"
      className="main-button new-site-button"
      onClick={() => startEditing({ type: 'new-site', position: null })}
    >
      {t('site.add')}
    </button>
  )
}

/** What went wrong around the map, said where it is missing: no WebGL, no villages, a layer that did not come. */
import { Suspense } from 'react'
import { useWords } from '../hooks/use-words.ts'
import { loadLayer } from '../load-layers.ts'
import { layerIds } from '../state/layer-ids.ts'
import { loadLater } from './load-later.tsx'
import { IgnoredNotice } from './ignored-notice.tsx'
import { SetChangeNotice } from './set-change-notice.tsx'
import { NewSiteButton } from './sites/editing-place.tsx'
import { useApp, type AppState } from '../state/store.ts'
import { ToolBar } from './tools/tool-bar.tsx'

const MissingNote = loadLater(async () =>
  (await import('./start-real/load-missing-note.ts')).loadMissingNote(),
)

/** No villages to count, or nothing said of any. */
function isDataMissing({ sources, province }: AppState): boolean {
  return sources.villages?.features.length === 0 || province?.data.latest_observed_on === null
}

export function StageNotices() {
  const { t } = useWords()
  const status = useApp((state) => state.map_status)
  const isMissing = useApp(isDataMissing)
  const problems = useApp((state) => state.layer_problems)
  return (
    <div className="notices" role="status">
      <ToolBar />
      <NewSiteButton />
      <IgnoredNotice />
      <SetChangeNotice />
      {(status === 'webgl' || status === 'context_lost') && (
        <div className="notice">
          <strong>{t(`problem.${status}`)}</strong>
          <p>{t(`problem.${status}_text`)}</p>
        </div>
      )}
      {isMissing && (
        <Suspense fallback={null}>
          <MissingNote />
        </Suspense>
      )}
      {layerIds.map((id) => {
        const problem = problems[id]
        if (problem === undefined) return null
        return (
          <div className="notice" key={id}>
            <p>
              {t('problem.layer', { layer: t(`layer_names.${id}`), reason: t(`errors.${problem.code}`) })}
            </p>
            <button type="button" className="text-button" onClick={() => void loadLayer(id)}>
              {t('problem.retry')}
            </button>
          </div>
        )
      })}
    </div>
  )
}

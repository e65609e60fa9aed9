/** How is the page laid out? Question and table at the left, the map, what is selected at the right; a sheet on a phone. */
import { useEffect } from 'react'
import { narrowScreen, useMedia } from './hooks/use-media.ts'
import { useWords } from './hooks/use-words.ts'
import { MapStage } from './map-stage.tsx'
import type { MapPadding } from './map/map-view-props.ts'
import { BottomSheet, toStopHeights } from './panels/bottom-sheet.tsx'
import { CompareMapPlace } from './panels/compare/compare-map-place.tsx'
import { CoordinatePlace, PlaceMenuPlace } from './panels/coordinates/coordinate-place.tsx'
import { Headline } from './panels/headline.tsx'
import { LayerPanel } from './panels/layer-panel.tsx'
import { Legend } from './panels/legend.tsx'
import { PagePlace, useCoveredWidth_px } from './panels/page-place.tsx'
import { PageHeader } from './panels/page-header.tsx'
import { ProblemPage } from './panels/problem-page.tsx'
import { ServicePicker, UnitSetPicker } from './panels/question-pickers.tsx'
import { QuestionSentence } from './panels/question-sentence.tsx'
import { RenewalPlace } from './panels/renewal-place.tsx'
import { SampleDialog } from './panels/sample-dialog.tsx'
import { SelectionPanel, useHasSelection } from './panels/selection-panel.tsx'
import { StageNotices } from './panels/stage-notices.tsx'
import { TimePlace } from './panels/time/time-place.tsx'
import { UnitTable } from './panels/unit-table.tsx'
import { WideTable } from './panels/wide-table.tsx'
import { useApp } from './state/store.ts'

export function App() {
  const { t } = useWords()
  const isNarrow = useMedia(narrowScreen)
  const problem = useApp((state) => state.opening_problem)
  const isMapless = useApp((state) => state.map_status === 'webgl')
  const hasSelection = useHasSelection()
  const hasTable = problem === null && !(isNarrow && hasSelection)
  return (
    <>
      {hasTable && (
        <a className="skip-link" href="#table" onClick={focusTable}>
          {t('app.skip_to_table')}
        </a>
      )}
      <PageHeader />
      <main className={isMapless ? 'page page-mapless' : 'page'} aria-label={t('app.main')}>
        {problem !== null && problem.code !== 'password_change_required' ? (
          <ProblemPage problem={problem} />
        ) : isNarrow ? (
          <NarrowPage />
        ) : (
          <WidePage />
        )}
        <PagePlace />
      </main>
      <OpenDialog />
      <PlaceMenuPlace />
      <RenewalPlace />
    </>
  )
}

/** Moves focus without a change of the address, which holds the view. */
function focusTable(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#table button')?.focus()
}

function WidePage() {
  const { t } = useWords()
  const isMapless = useApp((state) => state.map_status === 'webgl')
  const hasSelection = useHasSelection()
  const page_px = useCoveredWidth_px()
  const right = Math.max(page_px > 0 ? page_px + 24 : 24, hasSelection ? 376 : 24)
  // Below the tools, which take two lines beside a page.
  const top = page_px > 0 ? 96 : 64
  return (
    <>
      <div className="question question-column" role="region" aria-label={t('question.heading')}>
        <ServicePicker />
        <UnitSetPicker />
        <Headline />
        <QuestionSentence />
        <UnitTable />
      </div>
      <div
        className="stage"
        data-selected={hasSelection}
        style={{ '--page-width': `${page_px}px` } as object}
      >
        <Stage padding={{ top, left: 24, bottom: 24, right }} />
        {!isMapless && <CoordinatePlace />}
        {!isMapless && <TimePlace />}
        {!isMapless && (
          <div className="legend-card card">
            <Legend />
          </div>
        )}
        <div className="side-column">
          {hasSelection && (
            <div className="selected-card card">
              <SelectionPanel />
            </div>
          )}
          {!isMapless && (
            <div className="layers-card card">
              <LayerPanel />
            </div>
          )}
        </div>
      </div>
    </>
  )
}

function NarrowPage() {
  const stop = useApp((state) => state.sheet)
  const isMapless = useApp((state) => state.map_status === 'webgl')
  const hasSelection = useHasSelection()
  const bottom = toStopHeights(window.innerHeight)[stop === 'full' ? 'half' : stop]
  useEffect(() => {
    document.documentElement.dataset['sheet'] = stop
  }, [stop])
  return (
    <>
      <div className="stage">
        <Stage padding={{ top: 16, left: 12, bottom: bottom + 8, right: 12 }} />
      </div>
      <BottomSheet>
        {hasSelection ? (
          <SelectionPanel />
        ) : (
          <>
            <ServicePicker />
            <Headline />
            <QuestionSentence />
            {!isMapless && <CoordinatePlace />}
            {!isMapless && <TimePlace />}
            <UnitSetPicker />
            <UnitTable />
            {!isMapless && <Legend />}
            {!isMapless && <LayerPanel />}
          </>
        )}
      </BottomSheet>
    </>
  )
}

function Stage({ padding }: { readonly padding: MapPadding }) {
  const status = useApp((state) => state.map_status)
  if (status === 'webgl') {
    return (
      <div className="mapless">
        <StageNotices />
        <WideTable />
      </div>
    )
  }
  return (
    <>
      <MapStage padding={padding} />
      <CompareMapPlace padding={padding} />
      <StageNotices />
    </>
  )
}

function OpenDialog() {
  const dialog = useApp((state) => state.dialog)
  switch (dialog.type) {
    case 'none':
      return null
    case 'sample':
      return <SampleDialog />
  }
}

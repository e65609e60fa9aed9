/** How do two questions differ? Both side by side, their shares, the units, and the villages that make the difference. */
import { useState } from 'react'
import { narrowScreen, useMedia } from '../../hooks/use-media.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { listDifferingFields, swapSides } from '../../state/compare-slice.ts'
import { useComparison, type ComparedResult } from '../../state/comparison.ts'
import { useApp } from '../../state/store.ts'
import { PageFrame } from '../page-frame.tsx'
import { DifferenceList } from './difference-list.tsx'
import { MapChoice } from './map-choice.tsx'
import { Presets } from './presets.tsx'
import { SideQuestion } from './side-question.tsx'
import { Summary } from './summary.tsx'
import { UnitDifferences } from './unit-differences.tsx'
import { useAsking } from './use-asking.ts'
import { useNotes } from './use-notes.ts'
import '../../styles/compare.css'

export function ComparePage() {
  const { p } = usePartWords('time')
  useAsking()
  const result = useComparison((screen) => screen.result)
  const hasFailed = useComparison((screen) => screen.problem !== null)
  const isSame = useApp((state) => listDifferingFields(state).length === 0)
  return (
    <PageFrame title={p('compare.title')}>
      <Presets />
      <Questions />
      {hasFailed && (
        <p role="alert">
          {p('compare.list.failed')}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => useComparison.setState({ problem: null })}
          >
            {p('compare.retry')}
          </button>
        </p>
      )}
      {isSame ? (
        <p className="note">{p('compare.same_question')}</p>
      ) : result === null ? (
        <span className="skeleton skeleton-block" role="status" aria-label={p('compare.loading')} />
      ) : (
        <Compared result={result} />
      )}
    </PageFrame>
  )
}

/** On a phone the answer comes first: both questions fold away once they differ. */
function Questions() {
  const { p } = usePartWords('time')
  const isNarrow = useMedia(narrowScreen)
  const [isOpen, setOpen] = useState(() => listDifferingFields(useApp.getState()).length === 0)
  if (!isNarrow) return <Sides />
  return (
    <details
      className="compare-questions"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{p('compare.questions')}</summary>
      <Sides />
    </details>
  )
}

function Sides() {
  const { p } = usePartWords('time')
  return (
    <div className="compare-sides">
      <SideQuestion side="a" />
      <button
        type="button"
        className="icon-button"
        aria-label={p('compare.swap')}
        title={p('compare.swap')}
        onClick={() => useApp.setState(swapSides)}
      >
        ⇄
      </button>
      <SideQuestion side="b" />
    </div>
  )
}

function Compared({ result }: { readonly result: ComparedResult }) {
  const { p } = usePartWords('time')
  const notes = useNotes(result)
  const isSample = useApp((state) => state.province?.data.is_sample === true)
  return (
    <>
      <MapChoice result={result} />
      <Summary result={result} />
      <ul className="compare-notes">
        {[...notes, ...(isSample ? [p('compare.note.sample')] : [])].map((note) => (
          <li className="note" key={note}>
            {note}
          </li>
        ))}
      </ul>
      <UnitDifferences result={result} />
      <DifferenceList result={result} />
    </>
  )
}

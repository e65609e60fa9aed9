/** From sample to real: what would go, what comes in after what, and which screens work already. */
import { useState } from 'react'
import type { SampleEnded } from '../../../core/api/start-real.ts'
import { call } from '../../api.ts'
import { useFetched } from '../../hooks/use-fetched.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { PageFrame } from '../page-frame.tsx'
import { EndedNote } from './ended-note.tsx'
import { SampleSection } from './sample-section.tsx'
import { ScreenTable } from './screen-table.tsx'
import { StepList } from './step-list.tsx'
import './start-real.css'

export function StartRealPage() {
  const { p } = usePartWords('start_real')
  const toProblemText = useProblemText()
  const [turn, setTurn] = useState(0)
  const [ended, setEnded] = useState<SampleEnded | null>(null)
  const fetched = useFetched('start-real', (signal) => call('getStartReal', { signal }), turn)
  const again = () => setTurn((count) => count + 1)
  if (fetched.status !== 'ready') {
    return (
      <PageFrame title={p('title')}>
        {fetched.status === 'loading' ? (
          <p role="status">{p('loading')}</p>
        ) : (
          <p className="form-problem" role="alert">
            {p('failed', { reason: toProblemText(fetched.problem) })}
          </p>
        )}
      </PageFrame>
    )
  }
  const { value } = fetched
  return (
    <PageFrame title={p('title')}>
      {ended !== null ? (
        <EndedNote ended={ended} />
      ) : value.sample === null ? (
        <p className="soft">{p('sample.gone')}</p>
      ) : (
        <SampleSection
          province={value.province}
          sample={value.sample}
          onEnded={(told) => {
            setEnded(told)
            again()
          }}
        />
      )}
      <StepList value={value} onSaved={again} />
      <ScreenTable screens={value.screens} />
    </PageFrame>
  )
}

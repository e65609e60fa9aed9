/** Which villages lose their last service if a site or a cable route fails, and how many people? An estimate. */
import './flags.css'
import { useState } from 'react'
import type { LostService } from '../../../core/gaps/if-fails.ts'
import type { AnsweredFailure } from '../../ask-if-fails.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import type { Failing } from '../../state/failing.ts'
import { useApp } from '../../state/store.ts'
import { PageFrame } from '../page-frame.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { toFailureTable } from './export-failure.ts'
import { FailureAssumptions } from './failure-assumptions.tsx'
import { FailureSums } from './failure-sums.tsx'
import { FailureVillages } from './failure-villages.tsx'
import { useFailingName } from './use-failing-name.ts'
import { useFailure } from './use-failure.ts'
import { useFailureOverlay } from './use-failure-overlay.ts'

export function IfFailsPage() {
  const { p } = usePartWords('flags')
  const fails = useApp((state) => state.fails)
  return (
    <PageFrame title={p('fails.title')}>
      {fails.length === 0 ? <p>{p('fails.nothing')}</p> : <Failure fails={fails} />}
    </PageFrame>
  )
}

function Failure({ fails }: { readonly fails: readonly Failing[] }) {
  const { p } = usePartWords('flags')
  const toName = useFailingName()
  const toText = useProblemText()
  const failure = useFailure(fails)
  return (
    <>
      <ul className="failing">
        {fails.map((failing) => (
          <li key={`${failing.type} ${failing.id}`}>
            <strong>{toName(failing)}</strong>
          </li>
        ))}
      </ul>
      {failure.status === 'loading' && (
        <p role="status" className="soft">
          {p('fails.loading')}
        </p>
      )}
      {failure.status === 'failed' && (
        <p role="alert">{p('fails.failed', { reason: toText(failure.problem) })}</p>
      )}
      {failure.status === 'ready' && <Answered fails={fails} answered={failure.value} />}
      <button
        type="button"
        className="text-button failure-back"
        onClick={() => useApp.setState({ fails: [], page: 'map' })}
      >
        {p('fails.back')}
      </button>
    </>
  )
}

interface AnsweredProps {
  readonly fails: readonly Failing[]
  readonly answered: AnsweredFailure
}

function Answered({ fails, answered }: AnsweredProps) {
  const words = usePartWords('flags')
  const { p, formats } = words
  const toName = useFailingName()
  const { answer, as_of } = answered
  const [chosen, setChosen] = useState<LostService | null>(null)
  const service = chosen ?? findWorst(answered)
  useFailureOverlay({ answer, fails, service })
  const others = {
    sites: answer.sites.length - fails.filter(({ type }) => type === 'site').length,
    routes: answer.routes.length - fails.filter(({ type }) => type === 'cable-route').length,
  }
  const hasOthers = others.sites > 0 || others.routes > 0
  return (
    <>
      <p className="estimate-note">
        <span className="chip chip-warning">{p('fails.estimate')}</span>{' '}
        {p('fails.estimate_text', { date: formats.date(as_of) })}
      </p>
      <p>
        {hasOthers
          ? p('fails.also', {
              sites: formats.integer(Math.max(0, others.sites)),
              routes: formats.integer(Math.max(0, others.routes)),
            })
          : p('fails.only')}
      </p>
      {answer.villages.length === 0 && <p role="status">{p('fails.no_loss')}</p>}
      {answer.villages.length > 0 && (
        <>
          <FailureSums answer={answer} service={service} onChoose={setChosen} />
          <FailureVillages answer={answer} service={service} />
          <ExportButtons
            toTable={() => toFailureTable(words, { answered, name: fails.map(toName).join(', ') })}
          />
        </>
      )}
      <FailureAssumptions answered={answered} />
    </>
  )
}

/** Mobile where any is lost, else the service with most villages. */
function findWorst({ answer: { sums } }: AnsweredFailure): LostService {
  const order = ['mobile', 'fibre', '4g', '3g', '2g', '5g'] as const
  return order.find((service) => sums[service].villages > 0) ?? 'mobile'
}

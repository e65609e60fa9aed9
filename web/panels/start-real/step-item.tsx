/** One list: how much of it is there, what it waits for, what it is for, and the ways to bring it in. */
import type { StartReal } from '../../../core/api/start-real.ts'
import { isImportNoun } from '../../../core/import/nouns.ts'
import { listScreensOf } from '../../../core/readiness/screens.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useRole } from '../../hooks/use-role.ts'
import { AddAct } from './add-act.tsx'
import { AddCarrier } from './add-carrier.tsx'
import { openImport } from './open-import.ts'
import { TemplateButtons } from './template-buttons.tsx'

interface StepItemProps {
  readonly step: StartReal['steps'][number]
  readonly number: number | null
  readonly isNext: boolean
  readonly onSaved: () => void
}

export function StepItem({
  step: { step, state, count, gaps, waits_for },
  number,
  isNext,
  onSaved,
}: StepItemProps) {
  const { p, formats } = usePartWords('start_real')
  const isAdmin = useRole() === 'admin'
  const name = p(`steps.${step}`)
  const screens = listScreensOf(step)
  const facts = [
    ...(count > 0 ? [p('count', { n: formats.integer(count) })] : []),
    ...gaps.map((gap) => p(`gaps.${gap.code}`, { n: formats.integer(gap.count) })),
  ]
  return (
    <li className="start-real-step" data-state={state} aria-current={isNext ? 'step' : undefined}>
      <h5>
        {number !== null && <span aria-hidden="true">{number}.</span>} {name}{' '}
        <span className="chip">{p(`states.${state}`)}</span>
      </h5>
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      {waits_for.length > 0 && (
        <p className="start-real-warning">
          {p('waits', { list: waits_for.map((other) => p(`steps.${other}`)).join('; ') })}
        </p>
      )}
      <p className="soft">{p(`texts.${step}`)}</p>
      {screens.length > 0 && (
        <p className="soft">
          {p('used_by', { list: screens.map((screen) => p(`screens.${screen}`)).join('; ') })}
        </p>
      )}
      {step === 'carriers' && isAdmin && <AddCarrier onSaved={onSaved} />}
      {step === 'assignments' && <AddAct onSaved={onSaved} />}
      {isImportNoun(step) && (
        <div className="row-actions">
          <button
            type="button"
            className="plain-button"
            aria-label={p('import_of', { step: name })}
            onClick={() => openImport(step)}
          >
            {p('import')}
          </button>
          <TemplateButtons noun={step} />
        </div>
      )}
    </li>
  )
}

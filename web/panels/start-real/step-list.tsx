/** Which lists come in, one after the other? What is there of each, what it lacks, and how it comes. */
import type { StartReal } from '../../../core/api/start-real.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { StepItem } from './step-item.tsx'

interface StepListProps {
  readonly value: StartReal
  readonly onSaved: () => void
}

export function StepList({ value: { steps, next_step }, onSaved }: StepListProps) {
  const { p } = usePartWords('start_real')
  const needed = steps.filter(({ is_needed }) => is_needed)
  const further = steps.filter(({ is_needed }) => !is_needed)
  return (
    <section className="start-real-steps">
      <h3>{p('order.title')}</h3>
      <p className="soft">{p('order.text')}</p>
      <p role="status" className="start-real-next">
        {next_step === null ? p('order.all_there') : p('order.next', { step: p(`steps.${next_step}`) })}
      </p>
      <ol>
        {needed.map((step, at) => (
          <StepItem
            key={step.step}
            step={step}
            number={at + 1}
            isNext={step.step === next_step}
            onSaved={onSaved}
          />
        ))}
      </ol>
      <h4>{p('order.further')}</h4>
      <ul>
        {further.map((step) => (
          <StepItem key={step.step} step={step} number={null} isNext={false} onSaved={onSaved} />
        ))}
      </ul>
    </section>
  )
}

/** Which services are on air, or gone? One box each, and only those that the assignment speaks of. */
import { useId } from 'react'
import type { Service } from '../../../core/coverage/states.ts'
import { useWords } from '../../hooks/use-words.ts'

interface TechnologyFieldProps {
  readonly label: string
  readonly problem: string | null
  readonly services: readonly Service[]
  readonly chosen: readonly Service[]
  readonly onChange: (chosen: readonly Service[]) => void
}

export function TechnologyField({ label, problem, services, chosen, onChange }: TechnologyFieldProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <fieldset
      className={problem === null ? 'assigned-technologies' : 'assigned-technologies edit-field-wrong'}
      {...(problem === null ? {} : { 'aria-describedby': id })}
    >
      <legend>{label}</legend>
      <div>
        {services.map((service) => (
          <label key={service}>
            <input
              type="checkbox"
              checked={chosen.includes(service)}
              {...(problem === null ? {} : { 'aria-invalid': true })}
              onChange={({ target }) =>
                onChange(services.filter((one) => (one === service ? target.checked : chosen.includes(one))))
              }
            />
            {t(`services.${service}.short`)}
          </label>
        ))}
      </div>
      {problem !== null && (
        <p className="edit-note" id={id}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}

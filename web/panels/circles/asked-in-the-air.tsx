/** About which service are circles asked, and what can be asked instead of a cable? */
import { toCircleTechnologies } from '../../../core/coverage/circle-technologies.ts'
import type { AskedService } from '../../../core/coverage/states.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { askQuestion } from '../../state/transitions.ts'

export function AskedInTheAir() {
  const { t, p } = usePartWords('circles')
  const { service, carrier } = useApp((state) => state.question)
  const carriers = useApp((state) => state.province?.carriers)
  if (toCircleTechnologies(service).length === 0) {
    return (
      <div className="notice" role="note">
        <p>{p('fibre.text')}</p>
        <div className="row-actions">
          <button type="button" className="plain-button" onClick={() => ask('4g')}>
            {p('fibre.ask_4g')}
          </button>
          <button type="button" className="plain-button" onClick={() => ask('mobile')}>
            {p('fibre.ask_mobile')}
          </button>
        </div>
      </div>
    )
  }
  const name =
    carrier === null ? t('question.all_carriers') : carriers?.find(({ code }) => code === carrier)?.name
  return (
    <p>
      <strong>
        {p('trial.asked', { service: t(`services.${service}.name`), carrier: name ?? carrier })}
      </strong>
    </p>
  )
}

function ask(service: AskedService): void {
  useApp.setState((state) => askQuestion(state, { service }))
}

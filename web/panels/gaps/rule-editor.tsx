/** By which rule do gaps stand in order? Criteria one after the other: each can be turned about, put first or left out. */
import {
  openingRule,
  rankCriteria,
  toRuleText,
  type RankRule,
  type RankStep,
} from '../../../core/gaps/rank.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { changeList } from './change-list.ts'

export function RuleEditor({ rule }: { readonly rule: RankRule }) {
  const { p } = usePartWords('gaps')
  const unused = rankCriteria.filter((criterion) => rule.every((step) => step.criterion !== criterion))
  return (
    <div className="rule-editor">
      <ol>
        {rule.map((step, place) => (
          <RuleStep key={step.criterion} rule={rule} step={step} place={place} />
        ))}
      </ol>
      {unused.length > 0 && (
        <p className="rule-add">
          {p('rank_add')}:{' '}
          {unused.map((criterion) => (
            <button
              type="button"
              className="text-button"
              key={criterion}
              onClick={() => setRule([...rule, { criterion, direction: 'most' }])}
            >
              + {p(`criteria.${criterion}`)}
            </button>
          ))}
        </p>
      )}
      <p className="note">{p('rank_text')}</p>
      {toRuleText(rule) !== toRuleText(openingRule) && (
        <button type="button" className="text-button" onClick={() => setRule(openingRule)}>
          {p('rank_reset')}
        </button>
      )}
    </div>
  )
}

interface RuleStepProps {
  readonly rule: RankRule
  readonly step: RankStep
  readonly place: number
}

function RuleStep({ rule, step, place }: RuleStepProps) {
  const { p } = usePartWords('gaps')
  const criterion = p(`criteria.${step.criterion}`)
  const words = p(`steps.${step.criterion}.${step.direction}`)
  return (
    <li>
      <span>{words}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={p('rank_turn', { words })}
        title={p('rank_turn', { words })}
        onClick={() => setRule(rule.map((other) => (other === step ? toTurned(step) : other)))}
      >
        ⇅
      </button>
      <button
        type="button"
        className="icon-button"
        disabled={place === 0}
        aria-label={p('rank_up', { criterion })}
        title={p('rank_up', { criterion })}
        onClick={() => setRule(toMovedUp(rule, place))}
      >
        ↑
      </button>
      <button
        type="button"
        className="icon-button"
        // Without any criterion the name would decide alone.
        disabled={rule.length === 1}
        aria-label={p('rank_remove', { criterion })}
        title={p('rank_remove', { criterion })}
        onClick={() => setRule(rule.filter((other) => other !== step))}
      >
        ✕
      </button>
    </li>
  )
}

function toTurned({ criterion, direction }: RankStep): RankStep {
  return { criterion, direction: direction === 'most' ? 'least' : 'most' }
}

function toMovedUp(rule: RankRule, place: number): RankRule {
  const step = rule[place]
  if (step === undefined || place === 0) return rule
  const others = rule.filter((other) => other !== step)
  return [...others.slice(0, place - 1), step, ...others.slice(place - 1)]
}

/** Whoever changes the rule wants to see it: an order by a column gives way. */
function setRule(rule: RankRule): void {
  changeList({ rule, sort: null })
}

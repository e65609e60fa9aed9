/** By what is it counted, for whom, on which basis, on which day? A sentence of selects. */
import { useState, type ReactNode } from 'react'
import { askedBases } from '../../core/coverage/states.ts'
import { askedAssigneds, askedPowers, weights } from '../../core/coverage/question.ts'
import { useWords } from '../hooks/use-words.ts'
import { listDayChoices } from '../state/day-choices.ts'
import { useApp } from '../state/store.ts'
import { askQuestion } from '../state/transitions.ts'
import type { AskedQuestion } from '../state/question-slice.ts'

const allCarriers = ''
const today = ''
const otherDay = 'other'

export function QuestionSentence() {
  const { t } = useWords()
  const question = useApp((state) => state.question)
  const carriers = useApp((state) => state.province?.carriers)
  return (
    <p className="sentence">
      {t('question.sentence')}{' '}
      <WordSelect label={t('question.weight')} value={question.weight} onChange={(weight) => ask({ weight })}>
        {weights.map((weight) => (
          <option key={weight} value={weight}>
            {t(`weights.${weight}`)}
          </option>
        ))}
      </WordSelect>
      {' · '}
      <WordSelect
        label={t('question.carrier')}
        value={question.carrier ?? allCarriers}
        onChange={(carrier) => ask({ carrier: carrier === allCarriers ? null : carrier })}
      >
        <option value={allCarriers}>{t('question.all_carriers')}</option>
        {carriers?.map((carrier) => (
          <option key={carrier.code} value={carrier.code}>
            {carrier.name}
          </option>
        ))}
      </WordSelect>
      {' · '}
      <WordSelect label={t('question.basis')} value={question.basis} onChange={(basis) => ask({ basis })}>
        {askedBases.map((basis) => (
          <option key={basis} value={basis}>
            {t(`bases.${basis}`)}
          </option>
        ))}
      </WordSelect>
      {' · '}
      <DaySelect />
      {' · '}
      <WordSelect label={t('question.power')} value={question.power} onChange={(power) => ask({ power })}>
        {askedPowers.map((power) => (
          <option key={power} value={power}>
            {t(`powers.${power}`)}
          </option>
        ))}
      </WordSelect>
      {' · '}
      <WordSelect
        label={t('question.assigned')}
        value={question.assigned}
        onChange={(assigned) => ask({ assigned })}
      >
        {askedAssigneds.map((assigned) => (
          <option key={assigned} value={assigned}>
            {t(`assigneds.${assigned}`)}
          </option>
        ))}
      </WordSelect>
    </p>
  )
}

function DaySelect() {
  const { t, formats } = useWords()
  const asOf = useApp((state) => state.question.as_of)
  const openedOn = useApp((state) => state.today)
  const observed = useApp((state) => state.observed_days)
  const [isTyping, setTyping] = useState(false)
  const days = listDayChoices(observed, asOf, openedOn)
  return (
    <>
      <WordSelect
        label={t('question.as_of')}
        value={isTyping ? otherDay : (asOf ?? today)}
        onChange={(day) => {
          setTyping(day === otherDay)
          if (day !== otherDay) ask({ as_of: day === today ? null : day })
        }}
      >
        <option value={today}>{t('question.today')}</option>
        {days.map((day) => (
          <option key={day} value={day}>
            {t('question.until', { date: formats.date(day) })}
          </option>
        ))}
        <option value={otherDay}>{t('question.other_day')}</option>
      </WordSelect>
      {isTyping && (
        <input
          type="date"
          className="day"
          aria-label={t('question.day')}
          max={openedOn}
          defaultValue={asOf ?? openedOn}
          onChange={(event) => {
            const day = event.currentTarget.value
            if (day !== '' && day <= openedOn) ask({ as_of: day })
          }}
        />
      )}
    </>
  )
}

interface WordSelectProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function WordSelect({ label, value, onChange, children }: WordSelectProps) {
  return (
    <select
      className="word"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {children}
    </select>
  )
}

function ask(change: Partial<Record<keyof AskedQuestion, string | null>>): void {
  useApp.setState((state) => askQuestion(state, change))
}

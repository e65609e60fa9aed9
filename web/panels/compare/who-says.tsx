/** Who says what of a village on both sides? The statements that hold for each question. */
import type { Question } from '../../../core/coverage/question.ts'
import { toServices } from '../../../core/coverage/states.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useVillage } from '../../hooks/use-record.ts'
import type { ComparedResult } from '../../state/comparison.ts'
import type { DifferingVillage } from '../../state/differing-villages.ts'
import { listHoldingStatements, type VillageStatement } from '../../state/statements-of-side.ts'
import { useApp } from '../../state/store.ts'
import { lookAt, select } from '../../state/transitions.ts'
import { CarrierMark } from '../carrier-mark.tsx'
import type { Side } from './side.ts'

interface WhoSaysProps {
  readonly result: ComparedResult
  readonly village: DifferingVillage
}

export function WhoSays({ result, village }: WhoSaysProps) {
  const { p } = usePartWords('time')
  const { feature } = village
  const record = useVillage(feature.id)
  return (
    <div className="compare-who">
      {record.status === 'loading' && <p className="note">{p('compare.list.loading')}</p>}
      {record.status === 'failed' && <p role="alert">{p('compare.list.failed')}</p>}
      {record.status === 'ready' && (
        <dl>
          <SideSays side="a" question={result.a.question} statements={record.value.statements} />
          <SideSays side="b" question={result.b.question} statements={record.value.statements} />
        </dl>
      )}
      <button
        type="button"
        className="text-button"
        onClick={() =>
          useApp.setState((state) =>
            lookAt(state, feature.geometry.coordinates as unknown as [number, number]),
          )
        }
      >
        {p('compare.list.on_map')}
      </button>{' '}
      <button type="button" className="text-button" onClick={() => openVillage(village)}>
        {p('compare.list.open')}
      </button>
    </div>
  )
}

interface SideSaysProps {
  readonly side: Side
  readonly question: Question
  readonly statements: readonly VillageStatement[]
}

function SideSays({ side, question, statements }: SideSaysProps) {
  const { t, p, formats } = usePartWords('time')
  const holding = listHoldingStatements(statements, question)
  const isOneService = toServices(question.service).length === 1
  return (
    <div>
      <dt>
        <span className="compare-letter" aria-hidden="true">
          {side.toUpperCase()}
        </span>
        <span className="visually-hidden">{p(`compare.side.${side}`)}</span>
      </dt>
      {holding.length === 0 && <dd className="soft">{p('compare.list.nobody')}</dd>}
      {holding.map((statement) => (
        <dd key={statement.id}>
          <CarrierMark code={statement.carrier_code} />{' '}
          {p('compare.list.says', {
            state: isOneService
              ? t(`states.${statement.state}`)
              : `${t(`services.${statement.service}.short`)} ${t(`states.${statement.state}`)}`,
            basis: t(`bases.${statement.reported_by_local ? 'local' : statement.basis}`),
            date: formats.date(statement.observed_on),
          })}
        </dd>
      ))}
    </div>
  )
}

function openVillage({ feature }: DifferingVillage): void {
  useApp.setState((state) => ({
    ...select(state, { type: 'village', id: feature.id }),
    ...lookAt(state, feature.geometry.coordinates as unknown as [number, number]),
    page: 'map',
  }))
}

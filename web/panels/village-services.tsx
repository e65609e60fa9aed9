/** Which services reach a village, and on whose word? The evidence opens under each service. */
import { useWords } from '../hooks/use-words.ts'
import type { VillageRecord } from '../../core/api/records.ts'
import { services, uniteStates, type Service } from '../../core/coverage/states.ts'
import { useApp } from '../state/store.ts'
import { CarrierMark } from './carrier-mark.tsx'
import { FlagNotePlace } from './flags/flag-places.tsx'
import { StateMark } from './state-mark.tsx'

type Statement = VillageRecord['statements'][number]

export function VillageServices({ statements }: Pick<VillageRecord, 'statements'>) {
  const { t } = useWords()
  return (
    <section className="village-services">
      <h3>{t('village.services')}</h3>
      {services.map((service) => (
        <VillageService
          key={service}
          service={service}
          statements={statements.filter((statement) => statement.service === service)}
        />
      ))}
      <p className="note">{t('village.as_of_today')}</p>
    </section>
  )
}

interface VillageServiceProps {
  readonly service: Service
  readonly statements: readonly Statement[]
}

function VillageService({ service, statements }: VillageServiceProps) {
  const { t } = useWords()
  const state = uniteStates(statements.filter(({ holds }) => holds).map((statement) => statement.state))
  const needsReverification = statements.some(({ needs_reverification }) => needs_reverification)
  const head = (
    <>
      <StateMark state={state} />
      <span className="service-name">{t(`services.${service}.short`)}</span>
      <span className={`state-word state-${state}`}>{t(`states.${state}`)}</span>
      {needsReverification && <span className="chip chip-warning">{t('village.reverify')}</span>}
    </>
  )
  if (statements.length === 0) {
    return (
      <p className="village-service">
        {head}
        <span className="soft">{t('village.no_statement')}</span>
      </p>
    )
  }
  return (
    <details className="village-service">
      <summary>{head}</summary>
      {needsReverification && <p className="note">{t('village.reverify_text')}</p>}
      <ul>
        {[...statements].sort(compareStatements).map((statement, index) => (
          <StatementItem key={index} statement={statement} />
        ))}
      </ul>
    </details>
  )
}

/** Those that hold first, then the latest. */
function compareStatements(a: Statement, b: Statement): number {
  return Number(b.holds) - Number(a.holds) || (a.observed_on < b.observed_on ? 1 : -1)
}

function StatementItem({ statement }: { readonly statement: Statement }) {
  const { t, formats } = useWords()
  const source = useApp((state) => state.province?.sources.find(({ code }) => code === statement.source_code))
  const { state, households_share, holds } = statement
  return (
    <li className={holds ? 'statement' : 'statement statement-past'}>
      <CarrierMark code={statement.carrier_code} />
      <span>
        {t(`states.${state}`)}
        {households_share !== null &&
          ` (${t('village.households_share', { percent: formats.shortPercent(households_share * 100) })})`}
      </span>
      <span className="soft">
        {t('village.basis_and_date', {
          basis: t(`bases.${statement.basis}`),
          date: formats.date(statement.observed_on),
        })}
        {!holds && ` · ${t('village.superseded')}`}
      </span>
      {statement.basis === 'declared' && <FlagNotePlace statement_id={statement.id} />}
      {source !== undefined && <span className="soft">{t('village.source', { title: source.title })}</span>}
    </li>
  )
}

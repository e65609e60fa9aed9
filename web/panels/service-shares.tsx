/** Which share of a unit has each service? A press on one asks about it. */
import { plannedServices } from '../../core/coverage/states.ts'
import { findShareClass, toShareClasses } from '../../core/coverage/share-classes.ts'
import { useWords } from '../hooks/use-words.ts'
import { getShareColor } from '../state/class-colors.ts'
import { findTarget } from '../state/question-slice.ts'
import { getTheme } from '../state/screen-slice.ts'
import { useApp } from '../state/store.ts'
import { askQuestion } from '../state/transitions.ts'
import type { PlannedService } from '../../core/coverage/states.ts'
import type { UnitShare } from '../../core/coverage/share.ts'
import { isUnknown } from '../state/is-mostly-unknown.ts'
import { ShareBar } from './share-bar.tsx'

export function ServiceShares({ unit_index }: { readonly unit_index: number }) {
  const { t } = useWords()
  const services = useApp((state) => state.services)
  const isMatching = useApp((state) => state.answer?.view.unit_set === state.services?.view.unit_set)
  return (
    <section className="service-shares" aria-label={t('unit.shares')}>
      {plannedServices.map((service) => {
        const share = isMatching ? services?.shares[service].units[unit_index] : undefined
        return share === undefined ? (
          <span className="skeleton skeleton-line" key={service} />
        ) : (
          <ServiceShare key={service} service={service} share={share} />
        )
      })}
    </section>
  )
}

function ServiceShare({ service, share }: { readonly service: PlannedService; readonly share: UnitShare }) {
  const { t, formats } = useWords()
  const asked = useApp((state) => state.question.service)
  const { target, color } = useServiceColor(service, share)
  return (
    <button
      type="button"
      className="service-share"
      aria-pressed={asked === service}
      onClick={() => useApp.setState((state) => askQuestion(state, { service }))}
    >
      <span>{t(`services.${service}.short`)}</span>
      <ShareBar percent={share.percent} color={isUnknown(share) ? null : color} start={0} target={target} />
      <span className="number">
        {isUnknown(share) ? t('states.unknown') : formats.percent(share.percent ?? 0)}
      </span>
      <span className="number soft">
        {t('unit.of_count', { covered: formats.integer(share.covered), total: formats.integer(share.total) })}
      </span>
    </button>
  )
}

function useServiceColor(service: PlannedService, share: UnitShare) {
  const theme = useApp(getTheme)
  const question = useApp((state) => state.question)
  const province = useApp((state) => state.province)
  const today = useApp((state) => state.today)
  const target = findTarget({ ...question, service }, province, today)?.percent ?? null
  const classes = toShareClasses({ service, target, least: share.percent })
  const shareClass = classes[findShareClass(classes, share.percent) ?? -1]
  return { target, color: shareClass === undefined ? null : getShareColor(shareClass, theme) }
}

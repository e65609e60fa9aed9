/** What stands in the table of villages that trial sites would gain? The question, each site and the mark of an estimate above it. */
import type { ExportTable } from '../../export/export-table.ts'
import { useGapFacts } from '../../hooks/use-gap-facts.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toGainedRows } from '../../state/gained-rows.ts'
import { useApp } from '../../state/store.ts'
import { useTrialScreen, type AnsweredTrial } from '../../state/trial-screen.ts'
import { toText } from './trial-item.tsx'

/** Null before the first answer. */
export function useTrialTable(): () => ExportTable | null {
  const { t, p } = usePartWords('circles')
  const toNotes = useTrialNotes()
  const service = useApp((state) => state.question.service)
  const factsOf = useGapFacts(service)
  return () => {
    const { answered } = useTrialScreen.getState()
    if (answered === null) return null
    const rows = toGainedRows(useApp.getState().sources.villages, answered.answer.gained)
    return {
      title: p('share.title'),
      file_name: p('share.file'),
      notes: toNotes(answered),
      columns: [
        { title: p('gain.village'), kind: 'text', width: 28 },
        { title: p('share.commune'), kind: 'text', width: 24 },
        { title: p('gain.state'), kind: 'text', width: 12 },
        { title: p('share.households'), kind: 'integer' },
        { title: p('gain.people'), kind: 'integer' },
        { title: p('gain.blockers'), kind: 'text', width: 24 },
      ],
      rows: rows.map(({ feature, state }) => [
        feature.properties.name,
        factsOf(feature).within,
        t(`states.${state}`),
        feature.properties.households,
        feature.properties.population,
        factsOf(feature)
          .blockers.map((blocker) => t(`blockers.${blocker}`))
          .join(', '),
      ]),
    }
  }
}

function useTrialNotes(): (answered: AnsweredTrial) => string[] {
  const { t, p, formats } = usePartWords('circles')
  return ({ answer, trial, view: { question } }) => {
    const { province } = useApp.getState()
    const carrier = province?.carriers.find(({ code }) => code === question.carrier)?.name
    const { before, after } = answer.province.share
    const toShare = (percent: number | null) => (percent === null ? '–' : formats.percent(percent))
    return [
      p('mark_long'),
      p('share.question', {
        service: t(`services.${question.service}.name`),
        carrier: carrier ?? t('question.all_carriers'),
        basis: t(`bases.${question.basis}`),
        date: formats.date(question.as_of),
      }),
      ...trial.map(({ position, radius_m }, index) =>
        p('share.site', {
          name: p('trial.name', { n: index + 1 }),
          position: toText(position),
          radius: formats.distance(radius_m),
        }),
      ),
      p('share.before_after', { before: toShare(before.percent), after: toShare(after.percent) }),
    ]
  }
}

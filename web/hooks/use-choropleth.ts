/** How are the units of an answer coloured and labelled on a map? */
import { useMemo } from 'react'
import { remainingClasses } from '../../core/coverage/share-classes.ts'
import type { UnitSet } from '../../core/coverage/question.ts'
import { toShortName } from '../i18n/unit-names.ts'
import type { Choropleth, MapTheme } from '../map/map-view-props.ts'
import { getRemainingColor, getShareColor } from '../state/class-colors.ts'
import { isUnknown } from '../state/is-mostly-unknown.ts'
import type { UnitRow, UnitTable } from '../state/unit-rows.ts'
import { useSiteCounts } from './use-site-counts.ts'
import { useWords } from './use-words.ts'

interface Colored {
  readonly theme: MapTheme
  /** Null until there is an answer. */
  readonly table: UnitTable | null
  readonly unit_set: UnitSet | null
}

export function useChoropleth({ theme, table, unit_set }: Colored): Choropleth | null {
  const { t, formats } = useWords()
  const siteCounts = useSiteCounts()
  return useMemo(() => {
    if (table === null || unit_set === null) return null
    const toLabel = (percent: number | null, remaining: number) => {
      if (table.mode === 'remaining')
        return remaining === 0 ? t('table.complete') : t('table.left', { n: formats.integer(remaining) })
      return percent === null ? '' : formats.percent(percent)
    }
    const toStateLabel = ({ share }: UnitRow) =>
      share.total === 0 ? '–' : isUnknown(share) ? t('states.unknown') : null
    const withSites = (code: string, label: string) => {
      const count = siteCounts?.find((unit) => unit.unit_set === unit_set && unit.code === code)
      if (count === undefined) return label
      return `${label} · ${t('map.site_count', { n: formats.integer(count.live) })}`
    }
    return {
      unit_set,
      mode: table.mode,
      classes:
        table.mode === 'share'
          ? table.classes.map((shareClass) => ({ color: getShareColor(shareClass, theme) }))
          : remainingClasses.map((_, index) => ({ color: getRemainingColor(index, theme) })),
      values: new Map(
        table.rows.map((row) => [
          row.code,
          {
            name: toShortName(row, t),
            label: withSites(row.code, toStateLabel(row) ?? toLabel(row.percent, row.remaining)),
            percent: row.percent,
            remaining: row.remaining,
            unknown: row.unknown,
            class_index: row.class_index,
            hatch: row.is_mostly_unknown,
          },
        ]),
      ),
    }
  }, [table, unit_set, theme, siteCounts, t, formats])
}

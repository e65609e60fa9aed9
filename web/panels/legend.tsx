/** What do colours and marks mean, and how many of each are in view? Each class and state opens its villages. */
import { Suspense } from 'react'
import { remainingClasses } from '../../core/coverage/share-classes.ts'
import { coverageStates, type CoverageState } from '../../core/coverage/states.ts'
import { useUnitTable } from '../hooks/use-unit-table.ts'
import { useWords } from '../hooks/use-words.ts'
import { getRemainingColor, getShareColor } from '../state/class-colors.ts'
import { useTarget } from '../hooks/use-target.ts'
import { getTheme } from '../state/screen-slice.ts'
import { useApp } from '../state/store.ts'
import { gapStates, type ListScope } from '../state/list-view.ts'
import { openList } from '../state/transitions.ts'
import type { UnitTable } from '../state/unit-rows.ts'
import { loadLater } from './load-later.tsx'
import { StateMark } from './state-mark.tsx'

/** What is switched on by few brings its words with it. */
const SiteLegend = loadLater(async () => (await import('./site-legend.tsx')).SiteLegend)

export function Legend() {
  const { t } = useWords()
  const table = useUnitTable()
  const answer = useApp((state) => state.answer)
  const isMore = useApp(({ visible }) => visible.some((layer) => layer !== 'villages'))
  if (table === null || answer === null) return null
  const { service } = answer.view.question
  const title =
    table.mode === 'share'
      ? t('legend.share', { noun: t(`weights.${answer.view.weight}`), has: t(`services.${service}.has`) })
      : t('legend.remaining', { lacks: t(`services.${service}.lacks`) })
  return (
    <details className="legend" open aria-label={t('legend.heading')}>
      <summary>{title}</summary>
      {table.mode === 'share' ? <ShareScale table={table} /> : <RemainingScale table={table} />}
      <LegendNotes table={table} />
      <VillageMarks />
      {isMore && (
        <Suspense fallback={null}>
          <SiteLegend />
        </Suspense>
      )}
    </details>
  )
}

function ShareScale({ table }: { readonly table: UnitTable }) {
  const { t, formats } = useWords()
  const theme = useApp(getTheme)
  return (
    <ol className="scale">
      {table.classes.map((shareClass, index) => {
        const next = table.classes[index + 1]
        const name =
          shareClass.to === null
            ? t('legend.full')
            : shareClass.from === 0
              ? t('legend.below', { n: formats.decimal(next?.from ?? 100) })
              : formats.decimal(shareClass.from)
        return (
          <li key={shareClass.from}>
            <ClassDoor
              scope={{ type: 'share', from: shareClass.from }}
              count={countOf(table, index)}
              color={getShareColor(shareClass, theme)}
              name={name}
            />
          </li>
        )
      })}
    </ol>
  )
}

function RemainingScale({ table }: { readonly table: UnitTable }) {
  const { t } = useWords()
  const theme = useApp(getTheme)
  return (
    <ol className="scale">
      {remainingClasses.map(({ from, to }, index) => (
        <li key={from}>
          <ClassDoor
            scope={{ type: 'remaining', from }}
            count={countOf(table, index)}
            color={getRemainingColor(index, theme)}
            name={toName(from, to)}
          />
        </li>
      ))}
    </ol>
  )

  function toName(from: number, to: number | null): string {
    if (to === null) return t('legend.from', { n: String(from) })
    if (to === 0) return t('legend.none_left')
    return from === to ? String(from) : `${from}–${to}`
  }
}

/** How many units are drawn in the class. */
function countOf({ rows }: UnitTable, class_index: number): number {
  return rows.filter((row) => row.class_index === class_index).length
}

interface ClassDoorProps {
  readonly scope: ListScope
  readonly count: number
  readonly color: string
  readonly name: string
}

/** Opens the villages of the units in the class; a class that no unit is in has none to open. */
function ClassDoor({ scope, count, color, name }: ClassDoorProps) {
  const { t } = useWords()
  const swatch = <span className="swatch" style={{ backgroundColor: color }} />
  if (count === 0) {
    return (
      <>
        {swatch}
        {name}
      </>
    )
  }
  return (
    <button
      type="button"
      className="legend-door"
      title={t('legend.open_list', { name })}
      onClick={() => useApp.setState((state) => openList(state, { scope, states: gapStates }))}
    >
      {swatch}
      {name}
    </button>
  )
}

function LegendNotes({ table }: { readonly table: UnitTable }) {
  const { t, formats } = useWords()
  const applying = useTarget()
  const target = table.mode === 'share' ? applying : null
  const hasUnknown = table.rows.some((row) => row.is_mostly_unknown)
  return (
    <>
      {target !== null && (
        <p className="note">
          {t('legend.target', { percent: formats.shortPercent(target.percent), year: String(target.year) })}
        </p>
      )}
      {hasUnknown && (
        <p className="note">
          <span className="swatch swatch-unknown" /> {t('legend.mostly_unknown')}
        </p>
      )}
    </>
  )
}

const shownStates: readonly CoverageState[] = ['not_covered', 'partial', 'unknown', 'covered']

function VillageMarks() {
  const { t, formats } = useWords()
  const isShown = useApp((state) => state.visible.includes('villages'))
  const counts = useApp((state) => state.view_counts.villages)
  const service = useApp((state) => state.question.service)
  if (!isShown) return null
  const words: Readonly<Record<CoverageState, string>> = {
    not_covered: t(`services.${service}.lacks`),
    partial: t('states.partial'),
    unknown: t('states.unknown'),
    covered: t(`services.${service}.has`),
  }
  return (
    <ul className="marks">
      {shownStates.map((state) => {
        const count = counts?.[coverageStates.indexOf(state)]
        if (count === 0 && (state === 'partial' || state === 'unknown')) return null
        return (
          <li key={state}>
            <button
              type="button"
              className="legend-door"
              title={t('legend.open_list', { name: words[state] })}
              onClick={() =>
                useApp.setState((app) => openList(app, { scope: { type: 'province' }, states: [state] }))
              }
            >
              <StateMark state={state} />
              {words[state]}
            </button>
            {count !== undefined && <span className="number">{formats.integer(count)}</span>}
          </li>
        )
      })}
      <li className="soft">{t('legend.in_view')}</li>
    </ul>
  )
}

/** What does a printed legend explain? Every mark that the map on the sheet draws, and no other. */
import type { Province } from '../../core/api/province.ts'
import { remainingClasses } from '../../core/coverage/share-classes.ts'
import type { AskedService, CoverageState } from '../../core/coverage/states.ts'
import type { FacilityKind } from '../../core/inventory/facilities.ts'
import type { Words } from '../hooks/use-words.ts'
import { cableRouteDashes, cableRouteKindsDrawn } from '../layers/cable-route-dashes.ts'
import { facilityKindsDrawn } from '../layers/facility-symbols.ts'
import { siteMarkZoom } from '../layers/layer-view.ts'
import { palettes } from '../layers/palette.ts'
import type { PrintedMap } from '../map/draw-print-map.ts'
import type { MapScene } from '../map/map-view-props.ts'
import { countInView } from '../map/view-counts.ts'
import { getRemainingColor, getShareColor } from '../state/class-colors.ts'
import type { UnitTable } from '../state/unit-rows.ts'
import { drawHatchSwatch, drawMark } from './legend-pictures.ts'
import { toOverlayLegend } from './overlay-legend.ts'
import type { LegendGroup, LegendMark } from './sheet-content.ts'
import type { PrintWords } from './sheet-words.ts'

export interface LegendFacts {
  readonly scene: MapScene
  readonly carriers: Province['carriers']
  readonly map: PrintedMap
  readonly table: UnitTable
  readonly service: AskedService
  readonly target_note: string | null
  readonly title: string
  readonly words: Words
  readonly print_words: PrintWords
  readonly toFacilityName: (kind: FacilityKind) => string
}

type Entries = LegendGroup['entries']
const palette = palettes.light

export function toLegend(facts: LegendFacts): LegendGroup[] {
  const { p } = facts.print_words
  const groups: LegendGroup[] = [
    { title: facts.title, entries: classEntries(facts), note: facts.target_note },
    { title: p('legend.villages'), entries: villageEntries(facts), note: null },
    { title: p('legend.sites'), entries: siteEntries(facts), note: null },
    { title: p('legend.routes'), entries: routeEntries(facts), note: null },
    { title: facts.words.t('layers.facilities'), entries: facilityEntries(facts), note: null },
    { title: p('legend.assigned'), entries: assignmentEntries(facts), note: null },
    { title: p('legend.over'), entries: toOverlayLegend(facts.scene.overlay, p), note: null },
    { title: p('legend.ground'), entries: groundEntries(facts), note: null },
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}

function classEntries({ scene, map, table, words }: LegendFacts): Entries {
  const { t, formats } = words
  const opacity = toClassOpacity(map.zoom)
  const toSwatch = (color: string): LegendMark => ({ type: 'swatch', color, opacity })
  const classes =
    table.mode === 'share'
      ? table.classes.map((shareClass, index) => ({
          mark: toSwatch(getShareColor(shareClass, 'light')),
          label: toShareLabel(shareClass, table.classes[index + 1]?.from),
        }))
      : remainingClasses.map(({ from, to }, index) => ({
          mark: toSwatch(getRemainingColor(index, 'light')),
          label: toRemainingLabel(from, to),
        }))
  const isHatched = [...(scene.choropleth?.values.values() ?? [])].some(({ hatch }) => hatch === true)
  const hatched = { mark: drawHatchSwatch(scene.carriers), label: t('legend.mostly_unknown') }
  return isHatched ? [...classes, hatched] : classes

  function toShareLabel({ from, to }: { from: number; to: number | null }, next: number | undefined) {
    if (to === null) return t('legend.full')
    if (from === 0) return `${t('legend.below', { n: formats.decimal(next ?? 100) })} %`
    return `${formats.decimal(from)} – < ${formats.decimal(next ?? 100)} %`
  }
  function toRemainingLabel(from: number, to: number | null) {
    if (to === null) return t('legend.from', { n: String(from) })
    if (to === 0) return t('legend.none_left')
    return from === to ? String(from) : `${from}–${to}`
  }
}

/** Classes step back where one looks closely, as the layer of units has it. */
function toClassOpacity(zoom: number): number {
  return palette.class_opacity * (1 - 0.4 * Math.min(1, Math.max(0, (zoom - 10) / 3)))
}

function villageEntries({ scene, map, service, words, print_words }: LegendFacts): Entries {
  const { t } = words
  const counts = countInView(scene, map.bounds).villages
  if (counts === undefined) return []
  const [unknown, not_covered, partial, covered] = counts
  const shown: readonly (readonly [CoverageState, number, string, LegendMark | null])[] = [
    ['not_covered', not_covered, t(`services.${service}.lacks`), toVillageMark('not_covered')],
    ['partial', partial, print_words.p('legend.partial'), toVillageMark('partial')],
    ['unknown', unknown, t('states.unknown'), toVillageMark('unknown')],
    [
      'covered',
      covered,
      t(`services.${service}.has`),
      { type: 'dot', color: palette.ink, opacity: 0.6, radius_px: 2 },
    ],
  ]
  return shown.flatMap(([, count, label, mark]) => (count === 0 || mark === null ? [] : [{ mark, label }]))

  function toVillageMark(state: CoverageState): LegendMark | null {
    return drawMark(`village|light|${state}`, { carriers: scene.carriers, size: 0.85 })
  }
}

function siteEntries({ scene, carriers, map, words, print_words }: LegendFacts): Entries {
  const { t } = words
  const counts = countInView(scene, map.bounds)
  const draw = (id: string, size = 0.85) => drawMark(id, { carriers: scene.carriers, size })
  const entries: { mark: LegendMark | null; label: string }[] = []
  if (counts.sites !== undefined && map.zoom < siteMarkZoom) {
    const total = Object.values(counts.sites).reduce((sum, count) => sum + count, 0)
    if (total > 0)
      entries.push({
        mark: { type: 'dot', color: palette.site, opacity: 1, radius_px: 2.6 },
        label: t('layers.sites'),
      })
  } else if (counts.sites !== undefined) {
    for (const symbol of ['5g', '4g', '3g', '2g', 'none'] as const) {
      if (counts.sites[symbol] === 0) continue
      const status = symbol === 'none' ? 'retired' : 'live'
      entries.push({
        mark: draw(`site|light|${symbol}||other|closed|${status}`),
        label: t(`layers.site_technology.${symbol}`),
      })
    }
    for (const { code, name } of carriers)
      entries.push({ mark: draw(`site|light|4g|${code}|other|closed|live`), label: name })
    entries.push({
      mark: draw('site|light|4g||other|offered|live'),
      label: print_words.p('legend.shareable'),
    })
  }
  if ((counts['generator-sites'] ?? 0) > 0)
    entries.push({ mark: draw('generator|light', 0.9), label: t('layers.generator') })
  return entries.flatMap(({ mark, label }) => (mark === null ? [] : [{ mark, label }]))
}

function routeEntries({ scene, map, words }: LegendFacts): Entries {
  if ((countInView(scene, map.bounds)['cable-routes'] ?? 0) === 0) return []
  return cableRouteKindsDrawn.map((kind) => ({
    mark: { type: 'line', color: palette.cable, width_px: 2.2, dash: cableRouteDashes[kind] },
    label: words.t(`layers.route_kinds.${kind}`),
  }))
}

function facilityEntries({ scene, map, toFacilityName }: LegendFacts): Entries {
  const counts = countInView(scene, map.bounds).facilities
  return facilityKindsDrawn.flatMap((kind) => {
    const mark = drawMark(`facility|light|${kind}`, { carriers: scene.carriers, size: 0.85 })
    return (counts?.[kind] ?? 0) === 0 || mark === null ? [] : [{ mark, label: toFacilityName(kind) }]
  })
}

function assignmentEntries({ scene, carriers, map, print_words }: LegendFacts): Entries {
  const counts = countInView(scene, map.bounds).assignments
  const draw = (id: string) => drawMark(id, { carriers: scene.carriers, size: 0.85 })
  const present = carriers.filter(({ code }) => (counts?.[code] ?? 0) > 0)
  const entries = present.map(({ code, name }) => ({
    mark: draw(`assignment|light|${code}|open`),
    label: name,
  }))
  const [first] = present
  if (first !== undefined)
    entries.push({
      mark: draw(`assignment|light|${first.code}|done`),
      label: print_words.p('legend.done'),
    })
  return entries.flatMap(({ mark, label }) => (mark === null ? [] : [{ mark, label }]))
}

function groundEntries({ print_words: { p } }: LegendFacts): Entries {
  const toLine = (color: string, width_px: number, dash: readonly number[] | null): LegendMark => ({
    type: 'line',
    color,
    width_px,
    dash,
  })
  return [
    { mark: toLine(palette.national_line, 1.8, [5, 2, 1, 2]), label: p('legend.national') },
    { mark: toLine(palette.province_line, 1.2, null), label: p('legend.province') },
    { mark: toLine(palette.road, 1.3, null), label: p('legend.road') },
    { mark: toLine(palette.water, 1.2, null), label: p('legend.river') },
  ]
}

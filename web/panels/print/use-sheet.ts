/** What is put on the sheet? The map as it is on the screen, in the light of paper, with everything one must know to read it. */
import { useMemo } from 'react'
import { useMapScene } from '../../hooks/use-map-scene.ts'
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import { useTarget } from '../../hooks/use-target.ts'
import { useUnitTable } from '../../hooks/use-unit-table.ts'
import type { SheetOrder } from '../../print/make-sheet.ts'
import { toScaleBar } from '../../print/scale-bar.ts'
import { toSheetWords, type SheetWords } from '../../print/sheet-words.ts'
import { toViewLink } from '../../print/view-link.ts'
import { toLegend } from '../../print/to-legend.ts'
import { useMapScreen } from '../../state/map-screen.ts'
import { useApp } from '../../state/store.ts'

export interface SheetSource {
  readonly words: SheetWords
  /** What stays the same for the preview and the file. */
  readonly order: (title: string) => Pick<SheetOrder, 'scene' | 'bounds' | 'describe'>
}

/** Null until there is an answer on a map. */
export function useSheet(): SheetSource | null {
  const part = usePartWords('print')
  const { t, formats, p, language } = part
  const { p: ofRecords } = usePartWords('records')
  const scene = useMapScene('light')
  const bounds = useMapScreen((screen) => screen.seen_bounds)
  const table = useUnitTable()
  const target = useTarget()
  const answer = useApp((state) => state.answer)
  const province = useApp((state) => state.province)
  const question = useApp((state) => state.question)
  const today = useApp((state) => state.today)
  return useMemo(() => {
    if (scene === null || bounds === null || table === null || answer === null || province === null)
      return null
    const words = toSheetWords({ answer, province, question, today, mode: table.mode }, part, { p })
    const { service } = answer.view.question
    const legend_title =
      table.mode === 'share'
        ? t('legend.share', { noun: t(`weights.${answer.view.weight}`), has: t(`services.${service}.has`) })
        : t('legend.remaining', { lacks: t(`services.${service}.lacks`) })
    const target_note =
      target === null || table.mode !== 'share'
        ? null
        : t('legend.target', { percent: formats.shortPercent(target.percent), year: String(target.year) })
    return {
      words,
      order: (title) => ({
        scene,
        bounds,
        describe: (map, sheet) => {
          const pixel_mm = (25.4 / 96) * sheet.enlargement
          const scale = toScaleBar(map.metres_per_px / pixel_mm, 32 * sheet.enlargement)
          return {
            title,
            question: words.question,
            answer: words.answer,
            sample: words.sample,
            legend: toLegend({
              scene,
              carriers: province.carriers,
              map,
              table,
              service,
              target_note,
              title: legend_title,
              words: part,
              print_words: { p },
              toFacilityName: (kind) => ofRecords(`facility.kinds.${kind}`),
            }),
            scale: {
              ...scale,
              length_text: formats.distance(scale.metres).replace(/[,.]0(?=\s)/, ''),
              scale_text: p('sheet.scale', { n: formats.integer(scale.denominator) }),
            },
            north: p('sheet.north'),
            footer: toFooter(words, {
              attribution: scene.texts.attribution,
              part,
              is_sample: words.sample !== null,
            }),
            map,
          }
        },
      }),
    }
    // `part` is made anew by every rendering; what it says changes with the language only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [scene, bounds, table, target, answer, province, question, today, language])
}

interface FooterFacts {
  readonly attribution: string
  readonly part: PartWords<'print'>
  readonly is_sample: boolean
}

function toFooter(words: SheetWords, { attribution, part: { p }, is_sample }: FooterFacts): string[] {
  return [
    ...(is_sample ? [p('sample_note')] : []),
    `${words.data} ${attribution}.`,
    p('address', { href: toViewLink() }),
  ]
}

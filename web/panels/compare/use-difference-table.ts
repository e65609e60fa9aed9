/** Which columns and notes has the list of differing villages as a file? */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useUnitNames } from '../../hooks/use-unit-names.ts'
import type { ExportTable } from '../../export/export-table.ts'
import { toQuestionB } from '../../state/compare-slice.ts'
import type { ComparedResult } from '../../state/comparison.ts'
import type { DifferingVillage } from '../../state/differing-villages.ts'
import { useApp } from '../../state/store.ts'
import { toQuestionText } from './question-text.ts'
import { useChangeWords } from './use-change-words.ts'
import { useNotes } from './use-notes.ts'

export function useDifferenceTable(
  result: ComparedResult,
  place: string,
): (listed: readonly DifferingVillage[]) => ExportTable {
  const { p } = usePartWords('time')
  const toUnitName = useUnitNames()
  const toWords = useChangeWords()
  const notes = useExportNotes(result, place)
  return (listed) => ({
    title: p('compare.export.title'),
    file_name: p('compare.export.file'),
    notes,
    columns: [
      { title: p('compare.export.stt'), kind: 'integer', width: 6 },
      { title: p('compare.export.code'), kind: 'text', width: 14 },
      { title: p('compare.export.village'), kind: 'text', width: 26 },
      { title: p('compare.export.commune'), kind: 'text', width: 22 },
      { title: p('compare.export.commune_2025'), kind: 'text', width: 22 },
      { title: p('compare.export.district'), kind: 'text', width: 20 },
      { title: p('compare.export.change'), kind: 'text', width: 22 },
      { title: p('compare.export.a'), kind: 'text', width: 14 },
      { title: p('compare.export.b'), kind: 'text', width: 14 },
      { title: p('compare.export.households'), kind: 'integer', width: 10 },
      { title: p('compare.export.population'), kind: 'integer', width: 10 },
    ],
    rows: listed.map(({ feature: { properties }, a, b, change }, index) => [
      index + 1,
      properties.code,
      properties.name,
      toUnitName('commune_code', properties.commune_code),
      toUnitName('commune_2025_code', properties.commune_2025_code),
      toUnitName('district_code', properties.district_code),
      toWords(change),
      p(`compare.state.${a}`),
      p(`compare.state.${b}`),
      properties.households,
      properties.population,
    ]),
  })
}

function useExportNotes(result: ComparedResult, place: string): string[] {
  const words = usePartWords('time')
  const toWords = useChangeWords()
  const question = useApp((state) => state.question)
  const b = useApp((state) => state.compared) ?? question
  const carriers = useApp((state) => state.province?.carriers)
  const filter = useApp((state) => state.differences.filter)
  const notes = useNotes(result)
  const { p } = words
  const toSide = (side: 'a' | 'b', asked: typeof question) =>
    p('compare.export.question', {
      side: p(`compare.side.${side}`),
      question: toQuestionText(asked, words, carriers),
    })
  return [
    toSide('a', question),
    toSide('b', toQuestionB({ question, compared: b })),
    p('compare.export.filter', { filter: toWords(filter), unit: place }),
    ...notes,
  ]
}

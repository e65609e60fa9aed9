/** How does a sender's list differ from its last one? A sheet for each kind of difference, to send back. */
import writeXlsxFile from 'write-excel-file/node'
import type { ImportDifference } from '../../core/api/imports.ts'
import { differenceTexts, toSaidText, type TextLanguage } from '../../core/import/texts/difference-texts.ts'

const kinds = ['added', 'moved', 'changed', 'ended', 'dropped', 'returned'] as const

export async function writeDifferences(
  differences: readonly ImportDifference[],
  language: TextLanguage,
): Promise<Uint8Array> {
  const say = differenceTexts[language]
  const sheets = kinds.map((kind) => ({
    sheet: say.kinds[kind],
    data: [
      say.header.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...differences
        .filter((difference) => difference.kind === kind)
        .map((difference) => toCells(difference, language)),
    ],
    columns: [10, 20, 40, 12, 28, 28, 60].map((width) => ({ width })),
  }))
  return writeXlsxFile(sheets).toBuffer()
}

function toCells({ at, key, label, moved_m, from, to, changes }: ImportDifference, language: TextLanguage) {
  const told = changes.map(
    ({ field, before, after }) =>
      `${field}: ${toSaidText(before, language)} → ${toSaidText(after, language)}`,
  )
  return [
    { value: at === 0 ? '' : String(at), type: String },
    { value: key, type: String },
    { value: label, type: String },
    moved_m === null ? null : { value: moved_m, type: Number },
    { value: toPlaceText(from), type: String },
    { value: toPlaceText(to), type: String },
    { value: told.join('\n'), type: String, wrap: true },
  ]
}

function toPlaceText(place: readonly number[] | null): string {
  return place === null ? '' : `${place[1]?.toFixed(6)}, ${place[0]?.toFixed(6)}`
}

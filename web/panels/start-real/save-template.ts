/** How does a template come to the reader's disk? Made in the browser, of the columns in templates.ts. */
import type { ImportNoun } from '../../../core/import/nouns.ts'
import type { ExportFormat, ExportTable } from '../../export/export-table.ts'
import { saveFile } from '../../export/save-file.ts'
import { toFileName } from '../../export/to-file-name.ts'
import { writeCsv } from '../../export/write-csv.ts'
import { templates } from './templates.ts'

interface TemplateWords {
  readonly title: string
  readonly note: string
}

export async function saveTemplate(
  noun: ImportNoun,
  words: TemplateWords,
  format: ExportFormat,
): Promise<void> {
  saveFile(await writeTemplate(noun, words, format), toFileName(`mau-${noun.replaceAll('_', '-')}`, format))
}

export async function writeTemplate(
  noun: ImportNoun,
  { title, note }: TemplateWords,
  format: ExportFormat,
): Promise<Blob> {
  const { columns, examples } = templates[noun]
  const table: ExportTable = { title, notes: [note], columns, rows: examples, file_name: noun }
  if (format === 'xlsx') return (await import('../../export/write-xlsx.ts')).writeXlsx(table)
  return new Blob([writeCsv(table)], { type: 'text/csv;charset=utf-8' })
}

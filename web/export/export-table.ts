/** How does a list leave the page? As a workbook (xlsx) or as text (csv), written and saved when one asks for it. */
import { getFormats } from '../i18n/format.ts'
import { i18n } from '../i18n/i18n.ts'
import { loadPrintTexts } from '../i18n/load-print-texts.ts'
import { toVietnamDate } from '../../core/dates.ts'
import { useApp } from '../state/store.ts'
import { saveFile } from './save-file.ts'
import { toFileName } from './to-file-name.ts'

export type ColumnKind = 'text' | 'integer' | 'decimal' | 'percent' | 'date'

export interface ExportColumn {
  readonly title: string
  /**
   * What its values are: text (codes too: they keep their zeros), numbers, percent from 0 to 100 (94.4), ISO days
   * (2021-12-15).
   */
  readonly kind: ColumnKind
  /** In characters; without it, what the longest value needs. */
  readonly width?: number
}

export type ExportValue = string | number | null

export interface ExportTable {
  readonly title: string
  /** What is counted, of which day, from which source: one row each, above the list. */
  readonly notes: readonly string[]
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly (readonly ExportValue[])[]
  /** Without ending; diacritics and spaces are taken out of it. */
  readonly file_name: string
}

export type ExportFormat = 'xlsx' | 'csv'

/**
 * Writes the table and hands it to the browser as a download. What every file needs is added here: that sample data are
 * samples, the day of the export and the address of the view. Rejects when the writer cannot be fetched.
 */
export async function exportTable(table: ExportTable, format: ExportFormat): Promise<void> {
  await loadPrintTexts()
  const whole = { ...table, notes: [...sampleNotes(), ...table.notes, ...originNotes()] }
  saveFile(await write(whole, format), toFileName(table.file_name, format))
}

async function write(table: ExportTable, format: ExportFormat): Promise<Blob> {
  if (format === 'xlsx') return (await import('./write-xlsx.ts')).writeXlsx(table)
  const text = (await import('./write-csv.ts')).writeCsv(table)
  return new Blob([text], { type: 'text/csv;charset=utf-8' })
}

function sampleNotes(): string[] {
  return useApp.getState().province?.data.is_sample ? [i18n.t('sample_note', { ns: 'print' })] : []
}

function originNotes(): string[] {
  const formats = getFormats(i18n.language === 'en' ? 'en' : 'vi')
  const date = formats.date(toVietnamDate(new Date()))
  return [
    i18n.t('exported_on', { ns: 'print', date }),
    i18n.t('address', { ns: 'print', href: location.href }),
  ]
}

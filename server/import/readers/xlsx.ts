/** Which rows do the visible sheets of a workbook hold? Part by part as a stream: 50,000 rows of 15 cells take about a second. */
import { ImportFileError } from '../../../core/import/problems.ts'
import type { RawFile, RawTable } from '../../../core/import/raw-table.ts'
import type { Archive } from '../archive.ts'
import type { Reading } from '../reading.ts'
import { XmlReader, type XmlEvents } from '../xml-events.ts'
import { readDateStyles } from './xlsx/date-styles.ts'
import { readSharedTexts } from './xlsx/shared-texts.ts'
import { SheetEvents } from './xlsx/sheet-events.ts'
import { readWorkbook } from './xlsx/workbook.ts'

export type ReadPart = (name: string, events: XmlEvents) => Promise<void>

export async function readXlsx(archive: Archive, reading: Reading): Promise<RawFile> {
  const readPart: ReadPart = async (name, events) => {
    const xml = new XmlReader(name, events)
    for await (const chunk of archive.stream(name)) xml.write(chunk)
    xml.close()
  }
  const workbook = await readWorkbook(archive, readPart)
  if (archive.names.some((name) => /vbaproject\.bin$/i.test(name))) reading.note('macros_ignored')
  const { styles, sharedTexts } = workbook.parts
  const dateStyles = styles === null ? [] : await readDateStyles(styles, readPart)
  const texts = sharedTexts === null ? [] : await readSharedTexts(sharedTexts, readPart)
  const tables: RawTable[] = []
  for (const sheet of workbook.sheets) {
    if (sheet.isHidden) {
      reading.note('hidden_sheet_skipped', sheet.name)
      continue
    }
    const events = new SheetEvents({ ...sheet, reading, texts, dateStyles, epoch: workbook.epoch })
    await readPart(sheet.part, events)
    tables.push(events.toTable())
  }
  if (workbook.sheets.length === 0) throw new ImportFileError('archive_without_table', { format: 'xlsx' })
  return reading.finish('xlsx', tables)
}

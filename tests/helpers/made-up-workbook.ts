/** How does a workbook look that no office program would write? Its parts by hand, zipped. */
import { strToU8, zipSync } from 'fflate'

export interface WorkbookParts {
  /** What stands within `<sheetData>`. */
  readonly rows: string
  readonly afterRows?: string
  readonly beforeSheet?: string
  readonly sharedStrings?: string
  readonly styles?: string
  readonly workbookPr?: string
  readonly more?: Readonly<Record<string, string>>
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export function toWorkbook(parts: WorkbookParts): Uint8Array {
  const {
    rows,
    afterRows = '',
    beforeSheet = '',
    sharedStrings = '',
    styles = '',
    workbookPr = '',
    more = {},
  } = parts
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr ${workbookPr}/><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/>` +
      `<Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${sharedStrings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `${beforeSheet}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${afterRows}</worksheet>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 1,
  })
}

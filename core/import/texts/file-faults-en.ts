/** What is wrong with a file as a whole, and what is to be done, in English? */
import type { ProblemText } from './cell-problems-vi.ts'
import type { fileFaultsVi } from './file-faults-vi.ts'

export const fileFaultsEn: Readonly<Record<keyof typeof fileFaultsVi, ProblemText>> = {
  file_empty: {
    text: 'The file is empty.',
    remedy: 'Look whether it holds data, save it again and send it.',
  },
  file_truncated: {
    text: 'The file ends too early.',
    remedy: 'Download or copy all of it again from where it came, then send it.',
  },
  file_damaged: {
    text: 'The file is damaged.',
    remedy: 'Open it in the program that made it, save it as a new file and send that.',
  },
  format_unknown: {
    text: 'The format of the file is not known ({{found}}).',
    remedy: 'Save it as .xlsx, .csv, GeoJSON, KML, GPX, a zipped Shapefile or GeoPackage.',
  },
  format_xls: {
    text: 'An .xls is the format of Excel before 2007 and cannot be read.',
    remedy: 'Open it in Excel or LibreOffice, choose Save As .xlsx, and send the .xlsx.',
  },
  format_not_as_named: {
    text: 'The ending of the name does not fit what is in the file.',
    remedy: 'Save it in the right format from its own program; another ending is not enough.',
  },
  file_encrypted: {
    text: 'The file has a password.',
    remedy: 'Take the password off (Excel: File, Info, Protect Workbook), save it and send it.',
  },
  file_too_large: {
    text: 'The file is too large to be read.',
    remedy: 'Leave out pictures and sheets that are not needed, or split it.',
  },
  rows_too_many: {
    text: 'Too many rows; at most {{most}}.',
    remedy: 'Split it into several files.',
  },
  columns_too_many: {
    text: 'Too many columns; at most {{most}}.',
    remedy: 'Delete empty columns or those not needed at the right of the table.',
  },
  cells_too_many: {
    text: 'Too many cells; at most {{most}}.',
    remedy: 'Delete formatted empty rows and columns, or split the file.',
  },
  archive_too_large: {
    text: 'Unpacked, the archive is too large.',
    remedy: 'Zip only the files that are to be read.',
  },
  archive_path_unsafe: {
    text: 'The archive holds a path that is not safe.',
    remedy: 'Zip it again from an ordinary folder, without absolute paths or “..”.',
  },
  archive_without_table: {
    text: 'The archive holds no table and no layer that can be read.',
    remedy: 'Zip the .shp, .shx, .dbf and .prj of one layer together.',
  },
  xml_unsafe: {
    text: 'The file holds XML declarations that are not allowed.',
    remedy: 'Export it again from Google Earth, QGIS or Excel, not edited by hand.',
  },
  encoding_unknown: {
    text: 'The encoding of the text is not known.',
    remedy: 'Save it as “CSV UTF-8” in Excel, or as .xlsx.',
  },
  encoding_unsupported: {
    text: 'The encoding {{encoding}} cannot be read yet.',
    remedy: 'Convert it to Unicode (UTF-8), or save it as .xlsx.',
  },
  projection_unknown: {
    text: 'The coordinate system of the layer is not known.',
    remedy: 'Export it in WGS 84 (EPSG:4326), or add the right .prj.',
  },
  part_missing: {
    text: 'The part {{part}} is missing.',
    remedy: 'Zip all parts of the layer together (.shp, .shx, .dbf, .prj).',
  },
  table_missing: {
    text: 'The file has no such sheet or layer.',
    remedy: 'Choose another sheet or layer.',
  },
  header_not_found: {
    text: 'No header row was found.',
    remedy: 'Mark it under Columns, or add a row of titles above the table.',
  },
  reading_took_too_long: {
    text: 'Reading took too long and was stopped.',
    remedy: 'Try again when the server is less busy, or split the file.',
  },
  interrupted: { text: 'The server was stopped while it read the file.', remedy: 'Read the file again.' },
  internal: {
    text: 'The server failed to read the file. It has been noted.',
    remedy: 'Try again; if it fails still, tell the administrator.',
  },
}

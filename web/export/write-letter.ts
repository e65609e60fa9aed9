/**
 * How is a letter of an office written as a document that Word opens? Two heads beside each other, number and day left to be
 * filled in, a table, who receives it and who signs: the form of Nghị định 30/2020/NĐ-CP.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { cleanText } from './clean-text.ts'

export interface LetterTable {
  readonly titles: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Of the width of the page, in percent, in the order of the columns. */
  readonly widths: readonly number[]
}

export interface Letter {
  /** Lines of the office: whom it belongs to, its name, the number to be filled in. */
  readonly office: readonly string[]
  /** Lines of the state: its name, its motto, place and day to be filled in. */
  readonly state: readonly string[]
  readonly subject: string
  readonly recipient: string
  readonly before: readonly string[]
  readonly table: LetterTable
  readonly after: readonly string[]
  readonly copies: readonly string[]
  readonly signature: readonly string[]
}

/** In half points, as Word counts. */
const size = 26
const font = 'Times New Roman'
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]

interface Looks {
  readonly bold?: boolean
  readonly alignment?: Alignment
  readonly size?: number
}

export function writeLetter(letter: Letter): Promise<Blob> {
  const { office, state, subject, recipient, before, table, after, copies, signature } = letter
  const children = [
    beside(toHead(office), toHead(state)),
    write(subject, { alignment: AlignmentType.CENTER, bold: true }),
    write(recipient, { alignment: AlignmentType.CENTER }),
    ...before.map((line) => write(line)),
    toTable(table),
    ...after.map((line) => write(line)),
    beside(
      copies.map((line) => write(line, { size: 22 })),
      signature.map((line) => write(line, { alignment: AlignmentType.CENTER, bold: true })),
    ),
  ]
  return Packer.toBlob(
    new Document({
      title: cleanText(subject),
      styles: { default: { document: { run: { font, size } } } },
      sections: [{ children }],
    }),
  )
}

/** The last line of a head is filled in by hand and not bold. */
function toHead(lines: readonly string[]): Paragraph[] {
  return lines.map((line, index) =>
    write(line, { alignment: AlignmentType.CENTER, bold: index < lines.length - 1 }),
  )
}

function write(text: string, { bold = false, alignment, size: ownSize = size }: Looks = {}): Paragraph {
  return new Paragraph({
    spacing: { before: 60, after: 60 },
    ...(alignment === undefined ? {} : { alignment }),
    children: [new TextRun({ text: cleanText(text), bold, size: ownSize })],
  })
}

function beside(left: Paragraph[], right: Paragraph[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: noBorders,
    rows: [
      new TableRow({
        children: [left, right].map(
          (children) =>
            new TableCell({ children, width: { size: 50, type: WidthType.PERCENTAGE }, borders: noBorders }),
        ),
      }),
    ],
  })
}

function toTable({ titles, rows, widths }: LetterTable): Table {
  const toRow = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 10, type: WidthType.PERCENTAGE },
            children: [write(text, { bold: isHead, size: 22 })],
          }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [toRow(titles, true), ...rows.map((row) => toRow(row, false))],
  })
}

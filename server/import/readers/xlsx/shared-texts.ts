/** Which texts do the cells of a workbook share? In the order in which cells count them; rich text without its looks. */
import { toTextCell } from '../../to-cell.ts'
import { mostCells } from '../../limits.ts'
import { ImportFileError } from '../../../../core/import/problems.ts'
import type { ReadPart } from '../xlsx.ts'

export async function readSharedTexts(part: string, readPart: ReadPart): Promise<(string | null)[]> {
  const texts: (string | null)[] = []
  const gathered = new GatheredText()
  await readPart(part, {
    open: (name) => gathered.open(name),
    close: (name) => {
      gathered.close(name)
      if (name !== 'si') return
      if (texts.length >= mostCells) throw new ImportFileError('cells_too_many', { most: mostCells })
      texts.push(gathered.take())
    },
    text: (text) => gathered.add(text),
  })
  return texts
}

/** The runs of a text, without the readings (`rPh`) that East Asian programs put beside them. */
export class GatheredText {
  #text = ''
  #isText = false
  #isReading = false

  open(name: string): void {
    if (name === 't') this.#isText = true
    else if (name === 'rPh') this.#isReading = true
  }

  close(name: string): void {
    if (name === 't') this.#isText = false
    else if (name === 'rPh') this.#isReading = false
  }

  add(text: string): void {
    if (this.#isText && !this.#isReading) this.#text += text
  }

  take(): string | null {
    const text = this.#text
    this.#text = ''
    return toTextCell(text.includes('_x') ? text.replace(/_x([0-9A-F]{4})_/g, toCharacter) : text)
  }
}

/** What XML cannot hold is written by its number: `_x000D_`. */
function toCharacter(_written: string, number: string): string {
  return String.fromCharCode(Number.parseInt(number, 16))
}

/** Where does a text break so that its lines fit? Between words; within one only where it alone is too long (an address). */
import type { Measure, TextLook } from './sheet-drawing.ts'

interface Room {
  readonly look: TextLook
  readonly width_mm: number
  readonly measure: Measure
}

export function wrapText(text: string, room: Room): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \n]+/).flatMap((whole) => splitWord(whole, room))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && !fits(longer, room)) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

function fits(text: string, { look, width_mm, measure }: Room): boolean {
  return measure(text, look) <= width_mm
}

function splitWord(word: string, room: Room): string[] {
  if (fits(word, room)) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter, room)) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

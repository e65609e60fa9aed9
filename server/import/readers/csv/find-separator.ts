/** What separates the cells of a text? The sign that stands equally often in most of its lines. */

const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

export interface FoundSeparator {
  readonly separator: Separator
  /** The first line says so: `sep=;`. */
  readonly isNamed: boolean
}

const sampleLines = 200
/** `21,386`: a comma between digits is as likely a decimal mark. */
const weightOfDecimal = 0.3

export function findSeparator(text: string): FoundSeparator {
  const named = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1]
  if (named !== undefined) return { separator: named as Separator, isNamed: true }
  const lines = listLines(text.slice(0, 200_000)).slice(0, sampleLines)
  const [best] = separators
    .map((separator) => ({ separator, score: rate(separator, lines) }))
    .sort((a, b) => b.score - a.score)
  return { separator: best !== undefined && best.score > 0 ? best.separator : ',', isNamed: false }
}

/** Titles and notes above and below have other counts than the rows: the most usual count is the table’s. */
function rate(separator: Separator, lines: readonly string[]): number {
  const linesOf = new Map<number, number>()
  for (const line of lines) {
    const count = countIn(line, separator)
    if (count > 0) linesOf.set(count, (linesOf.get(count) ?? 0) + 1)
  }
  let best = 0
  for (const [count, times] of linesOf) best = Math.max(best, count * times)
  return best
}

function countIn(line: string, separator: Separator): number {
  const all = line.split(separator).length - 1
  if (separator !== ',') return all
  const decimals = line.match(/\d,(?=\d)/g)?.length ?? 0
  return all - decimals * (1 - weightOfDecimal)
}

/** What stands in quotes is left out: it may hold any sign, and line breaks. */
function listLines(text: string): string[] {
  return text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
}

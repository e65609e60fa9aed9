/** Are files and functions as small as the house style asks? */
import ts from 'typescript'
import { listSourceFiles, parseSource, toLine, walkNodes } from './lib/source-files.ts'

interface Measured {
  readonly where: string
  readonly lines: number
}

interface Limits {
  readonly median: number
  readonly ninth: number
  readonly most: number
}

const fileLimits: Limits = { median: 90, ninth: 250, most: 400 }
const functionLimits: Limits = { median: 15, ninth: 45, most: 80 }

const files = listSourceFiles(['core', 'server', 'web', 'scripts', 'tests'])
// A suite is one function by the framework's design, so tests are measured as files only.
const withFunctions = files.filter((path) => !path.endsWith('.test.ts') && !path.endsWith('.test.tsx'))

const complaints = [
  ...compare('files', files.map(measureFile), fileLimits),
  ...compare('functions', withFunctions.flatMap(measureFunctions), functionLimits),
]
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length === 0 ? 0 : 1

function measureFile(path: string): Measured {
  const source = parseSource(path)
  return { where: path, lines: toLine(source, source.getEnd()) - (source.text.endsWith('\n') ? 1 : 0) }
}

/** Functions that have a name: declarations, methods, and constants that are functions with a body. */
function measureFunctions(path: string): Measured[] {
  const source = parseSource(path)
  return [...walkNodes(source)].filter(isNamedFunction).map((node) => {
    const first = toLine(source, node.getStart(source))
    return { where: `${path}:${first}`, lines: toLine(source, node.getEnd()) - first + 1 }
  })
}

function isNamedFunction(node: ts.Node): boolean {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.body !== undefined
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false
  return ts.isVariableDeclaration(node.parent) && ts.isBlock(node.body)
}

function compare(what: string, measured: readonly Measured[], limits: Limits): string[] {
  const lines = measured.map((item) => item.lines).sort((a, b) => a - b)
  const at = (share: number) => lines[Math.floor((lines.length - 1) * share)] ?? 0
  console.log(
    `${what}: ${lines.length}, median ${at(0.5)} (≤ ${limits.median}), nine of ten ≤ ${at(0.9)} (≤ ${limits.ninth}), ` +
      `longest ${at(1)} (≤ ${limits.most})`,
  )
  const tooLong = measured
    .filter((item) => item.lines > limits.most)
    .map((item) => `${item.where} has ${item.lines} lines, at most ${limits.most} are allowed`)
  if (at(0.5) > limits.median) tooLong.push(`The median of ${what} is ${at(0.5)} lines`)
  if (at(0.9) > limits.ninth) tooLong.push(`One in ten ${what} is longer than ${limits.ninth} lines`)
  return tooLong
}

/** Is SQL written in server/db alone? */
import ts from 'typescript'
import { listSourceFiles, parseSource, toLine, walkNodes } from './lib/source-files.ts'

const statement =
  /^\s*(select\s[\s\S]+\sfrom\s|with\s+\w+\s+as\s*\(|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|(create|alter|drop|truncate)\s+(table|database|schema|index|function|extension|role)\s)/i

// The floor of a start is a bare server with a database of its own: it must not use our parts.
const files = listSourceFiles(['core', 'server', 'web', 'scripts']).filter(
  (path) => !path.startsWith('server/db/') && path !== 'scripts/bench/floor-server.ts',
)

let found = 0
for (const path of files) {
  const source = parseSource(path)
  for (const node of walkNodes(source)) {
    if (!isText(node) || !statement.test(node.getText(source).slice(1))) continue
    console.error(`${path}:${toLine(source, node.getStart(source))} holds SQL, which belongs in server/db`)
    found += 1
  }
}
process.exitCode = found === 0 ? 0 : 1

function isText(node: ts.Node): boolean {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
}

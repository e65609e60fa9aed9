/** Do the files that the documentation names exist? */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folders = ['core', 'server', 'web', 'scripts', 'tests', 'data', 'docs']
const link = /\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/g
// A path in code style from one of our folders; placeholders such as NNNN or * are not paths.
const codePath = new RegExp(`\`((?:${folders.join('|')})/[^\`\\s*<>{}]*)\``, 'g')

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
]

let missing = 0
for (const path of documents) {
  const text = readFileSync(path, 'utf8')
  const links = [...text.matchAll(link)].map(([, target = '']) => join(dirname(path), decodeURI(target)))
  const paths = [...text.matchAll(codePath)]
    .map(([, target = '']) => target)
    .filter((it) => !it.includes('NNNN'))
  for (const target of [...links, ...paths].filter((it) => !existsSync(it))) {
    console.error(`${path} names ${target}, which does not exist`)
    missing += 1
  }
}
process.exitCode = missing === 0 ? 0 : 1

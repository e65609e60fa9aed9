/** npm run data:reference: builds the boundaries and the base map of data/reference from data/origin. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildReference } from './reference/build-reference.ts'
import { readOrigin } from './reference/origin.ts'
import { toleranceMetres } from './reference/simplify-topology.ts'

const dataFolder = fileURLToPath(new URL('../data/', import.meta.url))
const { files, arcs, refined } = buildReference(readOrigin(dataFolder))
for (const [name, text] of Object.entries(files)) {
  writeFileSync(join(dataFolder, 'reference', name), text)
  console.log(`${name}: ${text.length} characters`)
}
console.log(
  `${arcs} lines simplified to ${toleranceMetres} m, ${refined} of them finer because they would have crossed`,
)

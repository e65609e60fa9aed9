/** npm run data:sample: builds data/sample from data/reference, the same bytes every time. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSample } from './sample/build-sample.ts'
import { readProvince } from './sample/province.ts'
import { toFiles } from './sample/to-files.ts'

const sampleSeed = 20210630

const dataFolder = fileURLToPath(new URL('../data/', import.meta.url))
const province = readProvince(dataFolder)
const sample = buildSample(province, sampleSeed)
mkdirSync(join(dataFolder, 'sample'), { recursive: true })
for (const [name, text] of Object.entries(toFiles(sample, province))) {
  writeFileSync(join(dataFolder, 'sample', name), text)
  console.log(`${name}: ${text.length} characters`)
}
console.log(
  `${sample.villages.length} villages, ${sample.sites.length} sites, ${sample.routes.length} cable routes, ${sample.statements.length} statements`,
)

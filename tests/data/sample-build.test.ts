/** Does the generator write the same bytes every time, and those that are committed? */
import { expect, it } from 'vitest'
import { buildSample } from '../../scripts/sample/build-sample.ts'
import { readProvince } from '../../scripts/sample/province.ts'
import { toFiles } from '../../scripts/sample/to-files.ts'
import { dataFolder, readText } from './read-data.ts'

const { seed } = JSON.parse(readText('sample/dataset.json')) as { seed: number }

function build(): Record<string, string> {
  const province = readProvince(dataFolder)
  return toFiles(buildSample(province, seed), province)
}

it('twice the same bytes, and the committed ones', () => {
  const first = build()
  expect(Object.keys(first)).toHaveLength(8)
  for (const [name, text] of Object.entries(first))
    expect(text === readText(`sample/${name}`), name).toBe(true)
  expect(build()).toEqual(first)
})

it('another seed gives another sample that meets the same figures', () => {
  const province = readProvince(dataFolder)
  const other = toFiles(buildSample(province, seed + 1), province)
  expect(other['villages.csv']).not.toBe(readText('sample/villages.csv'))
})

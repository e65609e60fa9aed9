/** Which bands does a cell name, and for which technologies? `900/1800/2100`, `2G: 900; 4G: 1800, 2100`, `GSM900 + LTE1800`. */
import { technologies, type Technology } from '../../inventory/sites.ts'
import { toError } from '../cell-problems.ts'
import { toFault, toReading, type Reading } from '../reading.ts'
import { technologyNames } from './list-technologies.ts'

/** In MHz, as mobile networks are licensed: another number in such a column is an edge of a range, a channel or a slip. */
const bands: ReadonlySet<number> = new Set([
  450, 700, 800, 850, 900, 1500, 1800, 1900, 2100, 2300, 2500, 2600, 3500, 3700, 3800, 26_000, 28_000,
])

export interface NamedBands {
  /** Named with the bands; empty where they stand alone. */
  readonly technologies: readonly Technology[]
  readonly bands_mhz: readonly number[]
}

const names: Readonly<Record<string, Technology>> = { ...technologyNames, egsm: '2g', dcs: '2g' }

const part =
  /(?<technology>egsm|gsm|dcs|umts|wcdma|hspa|lte|nr|[2-5] ?g(?!hz))|(?<number>\d+(?:[.,]\d+)?) ?(?<unit>mhz|ghz)?/g
const between = /băng tần|băng|tần số|band|mhz|và|[\s,;:/+&()–|-]/g

/** @param text one line, as the cell has it */
export function readBands(text: string): Reading<readonly NamedBands[]> {
  const written = text.toLocaleLowerCase('vi')
  const found: { technologies: Technology[]; bands_mhz: number[] }[] = []
  for (const { groups = {} } of written.matchAll(part)) {
    const { technology, number, unit } = groups
    const last = found.at(-1)
    if (technology !== undefined) {
      const named = toTechnology(technology)
      if (last !== undefined && last.bands_mhz.length === 0) last.technologies.push(named)
      else found.push({ technologies: [named], bands_mhz: [] })
      continue
    }
    const band = toBand(number ?? '', unit)
    if (!bands.has(band)) return toUnknown()
    if (last === undefined) found.push({ technologies: [], bands_mhz: [band] })
    else last.bands_mhz.push(band)
  }
  const rest = written.replace(part, '').replace(between, '')
  if (rest !== '' || found.length === 0 || found.some(({ bands_mhz }) => bands_mhz.length === 0)) {
    return toUnknown()
  }
  return toReading(found)
}

function toTechnology(name: string): Technology {
  const spelled = name.replace(' ', '')
  return names[spelled] ?? technologies.find((known) => known === spelled) ?? '2g'
}

/** `1.800` is grouped; `1,8 GHz` is not. */
function toBand(number: string, unit: string | undefined): number {
  if (unit === 'ghz') return Math.round(Number(number.replace(',', '.')) * 1000)
  return Number(/^\d{1,2}[.,]\d{3}$/.test(number) ? number.replace(/[.,]/, '') : number.replace(',', '.'))
}

function toUnknown(): Reading<never> {
  return toFault(toError('word_unknown', { expected: '900/1800/2100; 2G: 900, 4G: 1800' }))
}

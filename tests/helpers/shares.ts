/** What does the page say of each unit, and what does the API? Both as `TP Điện Biên Phủ: 100,0 %, đủ`. */
import type { Locator, Page } from 'playwright-core'
import type { Coverage } from '../../core/api/coverage.ts'

const shortKinds: Readonly<Record<string, string>> = { thanh_pho: 'TP', thi_xa: 'TX', thi_tran: 'TT' }
const oneDecimal = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const integer = new Intl.NumberFormat('vi-VN')

/** `39,2 %` */
export function toPercentText(percent: number): string {
  return `${oneDecimal.format(percent)} %`
}

/** `1.276` */
export function toIntegerText(value: number): string {
  return integer.format(value)
}

/** Text of one line with plain spaces. */
export function toPlainText(text: string | null): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim()
}

export function getUnitTable(page: Page): Locator {
  return page.getByRole('table', { name: /theo đơn vị/ })
}

/** One line per unit of the table beside the map, in order of the text. */
export async function readUnitShares(page: Page): Promise<string[]> {
  const rows = await getUnitTable(page)
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        [row.querySelector('th button'), ...[...row.querySelectorAll('td')].slice(1)].map(
          (cell) => cell?.textContent ?? '',
        ),
      ),
    )
  return rows
    .map(([name = '', percent = '', left = '']) => toPlainText(`${name}: ${percent}, ${left}`))
    .sort()
}

/** The same from the API, asked with a query such as `by=district&service=fibre`. */
export async function fetchUnitShares(origin: string, query: string): Promise<string[]> {
  const coverage = await fetchCoverage(origin, query)
  return coverage.units
    .map((unit) => `${toShortName(unit)}: ${toShareText(unit)}, ${toLeftText(unit)}`)
    .sort()
}

export async function fetchCoverage(origin: string, query: string): Promise<Coverage> {
  return fetchJson<Coverage>(`${origin}/api/coverage?${query}`)
}

export async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status} from ${address}: ${await answer.text()}`)
  return (await answer.json()) as T
}

type Unit = Coverage['units'][number]

function toShortName({ kind, name }: Unit): string {
  return `${shortKinds[kind] ?? ''} ${name}`.trim()
}

/** A share of nothing, where most is not known, is no answer. */
export function toShareText({ percent, covered, unknown, total }: Unit): string {
  if (percent === null) return '–'
  return covered === 0 && unknown * 2 >= total ? 'chưa rõ' : toPercentText(percent)
}

function toLeftText({ not_covered, partial, unknown, total }: Unit): string {
  if (total === 0) return 'không có'
  if (not_covered + partial > 0) return `còn ${toIntegerText(not_covered + partial)}`
  return unknown > 0 ? `${toIntegerText(unknown)} chưa rõ` : 'đủ'
}

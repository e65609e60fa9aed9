/** What do the rows above a header say of the whole list? The carrier, the day it speaks of, the meridian of its coordinates. */
import { toSearchText } from '../../text.ts'
import { toCellText } from '../cell-text.ts'
import { findField } from '../fields/import-fields.ts'
import { brands } from '../names/match-carriers.ts'
import type { ImportNoun } from '../nouns.ts'
import { readZone } from '../positions/zones.ts'
import type { RawTable } from '../raw-table.ts'
import type { Mapping } from '../read-record.ts'
import { hasWords } from '../values/read-words.ts'

interface Mapped {
  readonly noun: ImportNoun
  readonly mapping: Mapping
}

/** Only for fields that no column holds. */
export function readTitleConstants(table: RawTable, { noun, mapping }: Mapped): Record<string, string> {
  const first = Math.min(...mapping.header_rows)
  const above = table.rows
    .filter(({ at }) => at < first)
    .slice(0, 30)
    .flatMap(({ cells }) => cells.map(toCellText))
    .filter((text) => text !== '')
  const titles = [table.name, ...above]
  const found = {
    carrier_code: findCarrier(titles),
    observed_on: findDay(above),
    meridian: findMeridian([...above, ...mapping.columns.map(({ title }) => title)]),
  }
  const isOpen = (name: string) =>
    findField(noun, name) !== null && !mapping.columns.some(({ field }) => field === name)
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) =>
      value !== null && isOpen(name) ? [[name, value] as const] : [],
    ),
  )
}

/** Only where one alone is named. */
function findCarrier(texts: readonly string[]): string | null {
  const folded = texts.map(toSearchText)
  const named = brands.filter((brand) => brand.some((word) => folded.some((text) => hasWords(text, word))))
  return named.length === 1 ? (named[0]?.[0] ?? null) : null
}

/** `(số liệu đến ngày 30/6/2021)`: a day that the list says it speaks of, not the one of the letter it came with. */
function findDay(texts: readonly string[]): string | null {
  const day =
    /(?:đến|tính đến|thời điểm|chốt)\s*(?:hết\s*)?(?:ngày|thời điểm)?\s*:?\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/iu
  const found = texts.flatMap((text) => day.exec(text)?.[1] ?? [])
  return new Set(found).size === 1 ? (found[0] ?? null) : null
}

function findMeridian(texts: readonly string[]): string | null {
  const found = texts.flatMap((text) => {
    const zone = /ktt|kinh tuy|meridian/iu.test(text) ? readZone(text) : null
    return zone === null ? [] : [zone.width === 6 ? `${zone.meridian}, múi 6°` : String(zone.meridian)]
  })
  return new Set(found).size === 1 ? (found[0] ?? null) : null
}

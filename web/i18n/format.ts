/** How are numbers, shares, days and distances written? As the office writes them: 1.445; 94,4 %; 30/06/2021. */
import type { Language } from './i18n.ts'

const locales: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' }
const noBreakSpace = '\u00a0'

export interface Formats {
  readonly integer: (value: number) => string
  /** One decimal; a share short of the whole never reads 100, one above nothing never reads 0. */
  readonly percent: (value: number) => string
  /** Without decimals that are not there: 84 %, 94,4 %. */
  readonly shortPercent: (value: number) => string
  /** Always one decimal, without a sign of its own: 0,0; 19,4. */
  readonly points: (value: number) => string
  readonly decimal: (value: number) => string
  /** dd/mm/yyyy of an ISO date. */
  readonly date: (iso: string) => string
  /** m/yyyy of an ISO date. */
  readonly month: (iso: string) => string
  /** Metres below one kilometre, else kilometres with one decimal. */
  readonly distance: (metres: number) => string
  readonly coordinate: (degrees: number) => string
}

const made = new Map<Language, Formats>()

export function getFormats(language: Language): Formats {
  const known = made.get(language)
  if (known) return known
  const formats = toFormats(locales[language], language === 'vi' ? noBreakSpace : '')
  made.set(language, formats)
  return formats
}

function toFormats(locale: string, beforePercent: string): Formats {
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const upToTwo = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const fiveDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 5, maximumFractionDigits: 5 })
  return {
    integer: (value) => integer.format(value),
    percent: (value) => `${oneDecimal.format(toShownShare(value))}${beforePercent}%`,
    shortPercent: (value) => `${upToTwo.format(value)}${beforePercent}%`,
    points: (value) => oneDecimal.format(value),
    decimal: (value) => upToTwo.format(value),
    date: (iso) => iso.slice(0, 10).split('-').reverse().join('/'),
    month: (iso) => `${Number(iso.slice(5, 7))}/${iso.slice(0, 4)}`,
    distance: (metres) =>
      metres < 1000
        ? `${integer.format(metres)}${noBreakSpace}m`
        : `${oneDecimal.format(metres / 1000)}${noBreakSpace}km`,
    coordinate: (degrees) => fiveDecimals.format(degrees),
  }
}

function toShownShare(percent: number): number {
  if (percent > 0 && percent < 0.05) return 0.1
  if (percent < 100 && percent >= 99.95) return 99.9
  return percent
}

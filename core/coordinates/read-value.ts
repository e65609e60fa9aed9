/** What may one typed coordinate mean? Every meaning it has: which one is meant, only the other coordinate can tell. */

/** An axis that a label or letter names; contradicted by the range of the value, it is the label that is wrong. */
export type Axis = 'lat' | 'lng'

export interface ValueMeaning {
  readonly format: 'decimal' | 'dms' | 'vn2000'
  /** Degrees, or metres for `vn2000`. */
  readonly value: number
  readonly label: Axis | null
}

const letters: Readonly<Record<Axis, string>> = {
  lat: 'vĩ độ|vĩ tuyến|vĩ|latitude|lat|northing|bắc|vĩ độ bắc|n|b|x|nam|s',
  lng: 'kinh độ|kinh tuyến|kinh|longitude|long|lng|lon|easting|đông|kinh độ đông|e|đ|y|tây|w',
}
const negative = /^(?:s|nam|w|tây)$/

const anyLabel = `(?:${letters.lat}|${letters.lng})`
const before = new RegExp(`^(${anyLabel}(?:\\s+${anyLabel})?)\\s*[:=]?\\s*(?=[-+\\d])`, 'u')
const after = new RegExp(`(?<=[\\d.°'"])\\s*(${anyLabel})$`, 'u')
const axisOf = (label: string): Axis =>
  new RegExp(`^(?:${letters.lat})(?:\\s|$)`, 'u').test(label) ? 'lat' : 'lng'

/** One spelling for every sign that people use: primes, quotes, words, spaces that do not break. */
export function toPlainSpelling(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
      .replace(/[−–—]/g, '-')
      // The letter o and a raised zero stand for the sign on keyboards that have none: 21o23'09".
      .replace(/(?<=\d)\s*(?:độ|[º˚⁰ᵒ]|[od](?=\s*\d))/g, '°')
      // A raised zero that has lost its place: 21023'09" has no other meaning.
      .replace(/(?<![\d.,°])(\d{2,3})0(?=\d{1,2}(?:[.,]\d+)?\s*['′’‘ʹ`´])/g, '$1°')
      .replace(/(?<=\d)\s*phút/g, "'")
      .replace(/(?<=\d)\s*giây/g, '"')
      .replace(/[′’‘ʹ`´]/g, "'")
      .replace(/[″”“ʺ]|''/g, '"')
      .trim()
  )
}

/** @param text in plain spelling */
export function readValue(text: string): ValueMeaning[] {
  const { rest, label, sign } = takeLabels(text.trim())
  const signed = /^([-+]?)\s*(.+)$/.exec(rest)
  if (signed === null) return []
  const factor = (signed[1] === '-' ? -1 : 1) * sign
  return [...readNumbers(signed[2] ?? ''), ...readDms(signed[2] ?? '')].map(({ format, value }) => ({
    format,
    value: factor * value,
    label,
  }))
}

function takeLabels(text: string): { rest: string; label: Axis | null; sign: 1 | -1 } {
  const first = before.exec(text)
  const withoutFirst = first === null ? text : text.slice(first[0].length)
  const last = after.exec(withoutFirst)
  const rest = last === null ? withoutFirst : withoutFirst.slice(0, last.index)
  const label = last?.[1] ?? first?.[1] ?? null
  return {
    rest: rest.trim(),
    label: label === null ? null : axisOf(label),
    sign: label !== null && negative.test(label) ? -1 : 1,
  }
}

type Meaning = Omit<ValueMeaning, 'label'>

/** Longest numbers that a coordinate has; a longer one is a mistake, and is not worth a guess. */
const plainNumber = /^(\d{1,7})(?:[.,](\d{1,12}))?\s*(°|m)?$/
const groupedNumber = /^(\d{1,3})(?:([., '])\d{3})(?:\2\d{3})*(?:[.,]\d{1,6})?\s*m?$/

function readNumbers(text: string): Meaning[] {
  const meanings: Meaning[] = []
  const plain = plainNumber.exec(text)
  if (plain !== null) {
    const value = Number(`${plain[1]}.${plain[2] ?? '0'}`)
    if (value <= 180 && plain[3] !== 'm') meanings.push({ format: 'decimal', value })
    if (value > 180 && plain[3] !== '°') meanings.push({ format: 'vn2000', value })
  }
  const separator = groupedNumber.exec(text)?.[2]
  if (separator !== undefined) {
    const decimal = separator === ',' ? '.' : ','
    const digits = text.replace(/\s*m$/, '').replaceAll(separator, '').replace(decimal, '.')
    const value = Number(digits)
    if (/^\d+(\.\d+)?$/.test(digits) && value > 180) meanings.push({ format: 'vn2000', value })
  }
  return meanings
}

const signedDms = /^(\d{1,3})\s*°\s*(\d{1,2}(?:[.,]\d+)?)\s*'?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*"?)?$/
const spacedDms = /^(\d{1,3})([ :-])(\d{1,2}(?:[.,]\d+)?)(?:\2(\d{1,2}(?:[.,]\d+)?))?$/

/** Three parts: with two it is a decimal number. */
const dottedDms = /^(\d{1,3})\.(\d{1,2})\.(\d{1,2}(?:,\d+)?)$/

function readDms(text: string): Meaning[] {
  const signed = signedDms.exec(text) ?? dottedDms.exec(text)
  const spaced = spacedDms.exec(text.replace(/\s+/g, ' '))
  const found = signed?.slice(1) ?? (spaced === null ? null : [spaced[1], spaced[3], spaced[4]])
  if (found === null) return []
  const [degrees, minutes, seconds] = found.map((part) => Number((part ?? '0').replace(',', '.'))) as [
    number,
    number,
    number,
  ]
  // Only the last part may have decimals: 21 23.5 12 means nothing.
  if (found[2] !== undefined && !Number.isInteger(minutes)) return []
  if (minutes >= 60 || seconds >= 60) return []
  const value = degrees + minutes / 60 + seconds / 3600
  return value <= 180 ? [{ format: 'dms', value }] : []
}

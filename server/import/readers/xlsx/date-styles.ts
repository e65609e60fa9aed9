/** Which of a workbook’s cell styles show a number as a day? By the number format alone: a cell has no type for days. */
import type { ReadPart } from '../xlsx.ts'

/** By the number of the style. */
export async function readDateStyles(part: string, readPart: ReadPart): Promise<boolean[]> {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let isCellStyle = false
  await readPart(part, {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') isCellStyle = true
      if (name !== 'xf' || !isCellStyle) return
      const format = Number(attributes['numFmtId'] ?? 0)
      const code = formats.get(format)
      styles.push(code === undefined ? isBuiltInDate(format) : isDateFormat(code))
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return styles
}

/** ECMA-376 part 1, 18.8.30: 14–17 and 22 are days, 27–36 and 50–58 days in East Asian locales; 18–21 and 45–47 hours. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 17) ||
    format === 22 ||
    (format >= 27 && format <= 31) ||
    format === 36 ||
    (format >= 50 && format <= 58)
  )
}

/** Days or years stand in its first section, beside what is quoted, escaped, padded or in brackets. */
export function isDateFormat(code: string): boolean {
  const [first = ''] = code.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '').split(';')
  return /[dy]/i.test(first) && !/general/i.test(first)
}

const msPerDay = 86_400_000
/** 9999-12-31, the last day that spreadsheets know. */
const lastDay = 2_958_465
const days = new Map<number, string>()

/** Null: no day of the calendar, as an hour alone is none. 1900 had no 29 February, though spreadsheets count one. */
export function toIsoDay(serial: number, epoch: 1900 | 1904): string | null {
  const counted = Math.floor(serial) + (epoch === 1904 ? 1_462 : 0)
  if (!(counted >= 1 && counted <= lastDay)) return null
  const known = days.get(counted)
  if (known !== undefined) return known
  const sinceEpoch = counted < 60 ? counted + 1 : counted
  const day = new Date(Date.UTC(1899, 11, 30) + sinceEpoch * msPerDay).toISOString().slice(0, 10)
  if (days.size < 50_000) days.set(counted, day)
  return day
}

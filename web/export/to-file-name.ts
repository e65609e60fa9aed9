/** What is a file called? Letters, digits and hyphens, so that every system, mail and chat keeps the name. */
import { toSearchText } from '../../core/text.ts'

const longestName = 120

/** `Khoảng trống 4G, huyện Nậm Pồ`, `xlsx` → `khoang-trong-4g-huyen-nam-po.xlsx`. */
export function toFileName(title: string, ending: string): string {
  const plain = toSearchText(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
  const name = plain.replaceAll(/^-+|-+$/g, '')
  return `${name === '' ? 'ban-do' : name}.${ending}`
}

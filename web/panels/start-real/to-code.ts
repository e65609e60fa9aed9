/** Which code follows from a name or a number? `4638/KH-UBND` → `4638-kh-ubnd`. */
import { toSearchText } from '../../../core/text.ts'

export function toCode(text: string, longest: number): string {
  return toSearchText(text).replaceAll(' ', '-').slice(0, longest).replace(/-+$/, '')
}

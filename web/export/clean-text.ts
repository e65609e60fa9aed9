/** How does a text get into a file? Composed, as typed Vietnamese is, and without what no file format holds. */
import { toNfc } from '../../core/text.ts'

// Control characters break a workbook; tab and line feed are text.
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export function cleanText(text: string): string {
  return toNfc(text.replaceAll(/\r\n?/g, '\n').replaceAll(unwritable, ''))
}

/** What does a description say that is written as a page? Programs put tables of attributes there. */
import { DOMParser } from '@xmldom/xmldom'

const ends = /<\/(?:p|div|tr|li|h\d|table)>|<br\s*\/?>/gi
const cells = /<\/t[dh]>/gi

/** Lines and cells are kept apart; scripts and styles say nothing. */
export function toHtmlText(html: string): string {
  if (!/[<&]/.test(html)) return html
  const spaced = html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(ends, '\n')
    .replace(cells, ' ')
    .replace(/<[^<>]*>/g, '')
  return decodeEntities(spaced)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  try {
    const escaped = text.replaceAll('<', '&lt;')
    const page = new DOMParser({ onError: () => {} }).parseFromString(`<html>${escaped}</html>`, 'text/html')
    return page.documentElement?.textContent ?? text
  } catch {
    return text
  }
}

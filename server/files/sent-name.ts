/** Under which name is a file shown that somebody sent? Their own words without a path and without what nobody sees. */
import { toNfc } from '../../core/text.ts'

const unseen = /[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]/gu
const longest = 150

export function toSentName(given: string): string {
  const last = toNfc(given).split(/[/\\]/).at(-1) ?? ''
  const name = last
    .replace(unseen, '')
    .replace(/^[.\s]+/, '')
    .trim()
  if (name === '') return 'tệp'
  const letters = [...name]
  if (letters.length <= longest) return name
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? ''
  return `${letters.slice(0, longest - ending.length - 1).join('')}…${ending}`
}

/** What a browser saves it as: with the ending of what it really is. */
export function toDisposition(name: string, ending: string): string {
  const has = new RegExp(`\\.(${ending}${ending === 'jpg' ? '|jpeg' : ''})$`, 'i').test(name)
  const whole = has ? name : `${name}.${ending}`
  const plain = whole.normalize('NFD').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/\p{M}/gu, '')
  const ascii = plain.replace(/[^\w. ()-]/g, '_')
  const encoded = encodeURIComponent(whole).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

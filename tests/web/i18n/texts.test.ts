import { describe, expect, it } from 'vitest'
import { en } from '../../../web/i18n/en.ts'
import { vi } from '../../../web/i18n/vi.ts'

type Texts = { readonly [key: string]: string | Texts }

function listTexts(texts: Texts, path = ''): (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${path}${key}`, text] as const] : listTexts(text, `${path}${key}.`),
  )
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('the texts of the page', () => {
  const english = new Map(listTexts(en as Texts))

  it.each(listTexts(vi))('%s has the same placeholders in both languages', (key, text) => {
    expect(placeholders(english.get(key) ?? '')).toEqual(placeholders(text))
  })

  it('are composed Vietnamese: decomposed text is drawn wrongly on the map', () => {
    for (const [, text] of listTexts(vi)) expect(text).toBe(text.normalize('NFC'))
  })
})

import { describe, expect, it } from 'vitest'
import { en } from '../../../web/i18n/en.ts'
import { recordsEn } from '../../../web/i18n/records-en.ts'
import { recordsVi } from '../../../web/i18n/records-vi.ts'
import { vi } from '../../../web/i18n/vi.ts'

type Texts = { readonly [key: string]: string | Texts }

function listTexts(texts: Texts, path = ''): (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${path}${key}`, text] as const] : listTexts(text, `${path}${key}.`),
  )
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('the texts of the page', () => {
  const vietnamese = listTexts({ ...vi, records: recordsVi })
  const english = new Map(listTexts({ ...(en as Texts), records: recordsEn }))

  it.each(vietnamese)('%s has the same placeholders in both languages', (key, text) => {
    expect(placeholders(english.get(key) ?? '')).toEqual(placeholders(text))
  })

  it('are composed Vietnamese: decomposed text is drawn wrongly on the map', () => {
    for (const [, text] of vietnamese) expect(text).toBe(text.normalize('NFC'))
  })
})

import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../../core/errors.ts'
import { errorsVi } from '../../../web/i18n/errors-vi.ts'
import { importsEn } from '../../../web/i18n/import-en.ts'
import { importsVi } from '../../../web/i18n/import-vi.ts'
import { laterErrorsEn } from '../../../web/i18n/later-errors-en.ts'
import { laterErrorsVi } from '../../../web/i18n/later-errors-vi.ts'

type Texts = { readonly [key: string]: string | Texts }

function listTexts(texts: Texts, path = ''): (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${path}${key}`, text] as const] : listTexts(text, `${path}${key}.`),
  )
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('the texts that come later', () => {
  it.each([
    ['of imports', importsVi, importsEn],
    ['of refusals', laterErrorsVi, laterErrorsEn],
  ] as const)('%s have the same placeholders in both languages, composed', (_, vi, en) => {
    const english = new Map(listTexts(en as Texts))
    for (const [key, text] of listTexts(vi as Texts)) {
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)])
      expect(text).toBe(text.normalize('NFC'))
    }
  })

  it('say every refusal once: with the page or later', () => {
    const said = [...Object.keys(errorsVi), ...Object.keys(laterErrorsVi)]
    expect(new Set(said).size).toBe(said.length)
    expect(errorCodes.filter((code) => !said.includes(code))).toEqual([])
  })
})

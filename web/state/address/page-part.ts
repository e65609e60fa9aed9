/** How does the address say which page is open, and in which language? */
import { openingPage, pageNames } from '../page-slice.ts'
import { readChoice, type AddressPart } from './address-part.ts'

const languages = ['vi', 'en'] as const

export const pagePart: AddressPart = {
  keys: ['page', 'lang'],
  write: ({ page, language }, add) => {
    add('page', page, openingPage.page)
    add('lang', language, 'vi')
  },
  read: (reading) => ({
    page: readChoice(reading, 'page', pageNames) ?? openingPage.page,
    language: readChoice(reading, 'lang', languages) ?? 'vi',
  }),
}

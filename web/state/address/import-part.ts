/** How does the address say which file is looked at that was sent: `page=import&import=7`? */
import { openingImports } from '../import-view.ts'
import { ignoreKeys, readCode, type AddressPart } from './address-part.ts'

const key = 'import'

export const importPart: AddressPart = {
  keys: [key],
  write: ({ page, import_id }, add) => {
    if (page === key) add(key, import_id === null ? null : String(import_id))
  },
  read: (reading) => {
    if (reading.given('page') !== key) return { ...ignoreKeys(reading, [key]), ...openingImports }
    const text = readCode(reading, key, /^[1-9]\d{0,8}$/)
    return { import_id: text === undefined ? null : Number(text) }
  },
}

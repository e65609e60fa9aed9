/** Texts of accounts and changes, fetched with the first panel that needs them. */
import { addTexts } from './i18n.ts'

let asked: Promise<void> | null = null

export function loadAccountTexts(): Promise<void> {
  asked ??= import('./accounts-vi.ts').then(({ accountsVi }) =>
    addTexts('accounts', accountsVi, async () => (await import('./accounts-en.ts')).accountsEn),
  )
  return asked
}

/** Texts of accounts and changes, fetched with the first panel that needs them; with them the refusals that only somebody meets who signs in. */
import { addTexts } from './i18n.ts'

let asked: Promise<void> | null = null

export function loadAccountTexts(): Promise<void> {
  asked ??= Promise.all([loadOwn(), loadLaterErrors()]).then(() => undefined)
  return asked
}

async function loadOwn(): Promise<void> {
  const { accountsVi } = await import('./accounts-vi.ts')
  await addTexts('accounts', accountsVi, async () => (await import('./accounts-en.ts')).accountsEn)
}

async function loadLaterErrors(): Promise<void> {
  const { laterErrorsVi } = await import('./later-errors-vi.ts')
  await addTexts('later', { errors: laterErrorsVi }, async () => ({
    errors: (await import('./later-errors-en.ts')).laterErrorsEn,
  }))
}

/** Which language does the page speak? Vietnamese is at hand, English is fetched when asked for. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { vi } from './vi.ts'
import type { laterErrorsVi } from './later-errors-vi.ts'
import type { PartTexts } from './parts.ts'

/** The keys of `vi`; a plural of one language that Vietnamese does not have (`_one`) is asked of the others. */
export type TranslationOf<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : TranslationOf<T[K]>
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string
}

export type Translation = TranslationOf<typeof vi>
export type Language = 'vi' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: {
      /** Refusals that only somebody meets who signs in come with the texts of accounts. */
      translation: typeof vi & { readonly errors: typeof laterErrorsVi }
    } & PartTexts
  }
}

/** Where a text is looked for that did not come with the page. */
const laterTexts = 'later'

export const i18n = i18next.createInstance()

/** Ready at once: Vietnamese is part of the page. */
export function startTranslation(): void {
  void i18n.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    fallbackNS: laterTexts,
    initAsync: false,
    resources: { vi: { translation: vi } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
}

export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en.ts')
    i18n.addResourceBundle('en', 'translation', en)
  }
  if (language === 'en') for (const namespace of partNames()) await loadEnglish(namespace)
  await i18n.changeLanguage(language)
  document.documentElement.lang = language
}

/** English texts of the parts of the page that have come so far, to be fetched when English is asked for. */
const parts = new Map<string, () => Promise<object>>()

/**
 * A part of the page that is fetched when it is needed brings its texts with it: Vietnamese at once, English when it is
 * spoken. Resolves when the part can be drawn.
 */
export async function addTexts(
  namespace: keyof PartTexts | typeof laterTexts,
  vietnamese: object,
  loadTranslation: () => Promise<object>,
): Promise<void> {
  parts.set(namespace, loadTranslation)
  i18n.addResourceBundle('vi', namespace, vietnamese)
  if (i18n.language === 'en') await loadEnglish(namespace)
}

function partNames(): string[] {
  return [...parts.keys()]
}

async function loadEnglish(namespace: string): Promise<void> {
  const load = parts.get(namespace)
  if (load === undefined || i18n.hasResourceBundle('en', namespace)) return
  i18n.addResourceBundle('en', namespace, await load())
}

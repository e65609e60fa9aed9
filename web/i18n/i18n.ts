/** Which language does the page speak? Vietnamese is at hand, English is fetched when asked for. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { vi } from './vi.ts'

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
    resources: { translation: typeof vi }
  }
}

export const i18n = i18next.createInstance()

/** Ready at once: Vietnamese is part of the page. */
export function startTranslation(): void {
  void i18n.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
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
  await i18n.changeLanguage(language)
  document.documentElement.lang = language
}

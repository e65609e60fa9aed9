/** Which words and formats does a component write with? */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { getFormats, type Formats } from '../i18n/format.ts'
import type { Language } from '../i18n/i18n.ts'

export interface Words {
  readonly t: TFunction
  readonly formats: Formats
  readonly language: Language
}

export function useWords(): Words {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.resolvedLanguage === 'en' ? 'en' : 'vi'
  return { t, formats: getFormats(language), language }
}

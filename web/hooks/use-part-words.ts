/** Which words does a part of the page write with that brings texts of its own? */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PartTexts } from '../i18n/parts.ts'
import { useWords, type Words } from './use-words.ts'

export interface PartWords<N extends keyof PartTexts> extends Words {
  /** Texts of the part. */
  readonly p: TFunction<N>
}

export function usePartWords<N extends keyof PartTexts>(namespace: N): PartWords<N> {
  const { t } = useTranslation(namespace)
  return { ...useWords(), p: t as unknown as TFunction<N> }
}

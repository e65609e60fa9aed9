/** How does the note of missing data come up? With its texts, where something is missing. */
import type { ComponentType } from 'react'
import { withStartRealTexts } from '../../i18n/load-start-real-texts.ts'

export async function loadMissingNote(): Promise<ComponentType> {
  return (await withStartRealTexts(import('./missing-note.tsx'))).MissingNote
}

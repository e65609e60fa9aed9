/** How does one come from a list that is missing to the page that brings it in? */
import type { ImportNoun } from '../../../core/import/nouns.ts'
import { useAskedImport } from '../../state/asked-import.ts'
import { useApp } from '../../state/store.ts'

export function openImport(noun: ImportNoun): void {
  useAskedImport.setState({ noun })
  useApp.setState({ page: 'import', import_id: null })
}

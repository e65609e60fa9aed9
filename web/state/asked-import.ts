/** Of which list does one want to send a file? Set by whoever leads to the page of imports; the form there begins with it. */
import { create } from 'zustand'
import type { ImportNoun } from '../../core/import/nouns.ts'

export const useAskedImport = create<{ readonly noun: ImportNoun | null }>()(() => ({ noun: null }))

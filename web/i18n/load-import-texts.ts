/** How do the texts of bringing files in come? With their page; its buttons write with those of villages too. */
import { addTexts } from './i18n.ts'
import { loadVillageTexts } from './load-village-texts.ts'

/** The module of the page, when its texts have come too. */
export async function withImportTexts<M>(module: Promise<M>): Promise<M> {
  const [loaded, { importsVi }] = await Promise.all([module, import('./import-vi.ts'), loadVillageTexts()])
  await addTexts('imports', importsVi, async () => (await import('./import-en.ts')).importsEn)
  return loaded
}

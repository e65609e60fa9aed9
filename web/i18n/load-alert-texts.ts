/** How do the texts of the alerts come? With their page. */
import { addTexts } from './i18n.ts'

/** The module of a part, when its texts have come too. */
export async function withAlertTexts<M>(module: Promise<M>): Promise<M> {
  const [loaded, { alertsVi }] = await Promise.all([module, import('./alerts-vi.ts')])
  await addTexts('alerts', alertsVi, async () => (await import('./alerts-en.ts')).alertsEn)
  return loaded
}

/** How are numbers of rows said, table by table? */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { startRealVi } from '../../i18n/start-real-vi.ts'

type Table = keyof typeof startRealVi.tables

/** Empty where there are none. */
export function useCountList(): (counts: Readonly<Record<string, number>>) => string {
  const { p, formats } = usePartWords('start_real')
  return (counts) =>
    Object.entries(counts)
      .filter(([table, count]) => count > 0 && table in startRealVi.tables)
      .map(([table, count]) => p(`tables.${table as Table}`, { n: formats.integer(count) }))
      .join('; ')
}
